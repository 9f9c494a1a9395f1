// A plugin for web-test-runner: `import { stories } from 'virtual:stories'` gives every story file of stories/, by its
// path, as a function that imports it.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../stories/', import.meta.url));
const address = '/__stories__.js';

export function storyIndex() {
  return {
    name: 'story-index',
    resolveImport: ({ source }) => (source === 'virtual:stories' ? address : undefined),
    serve({ path }) {
      if (path !== address) return undefined;
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.endsWith('.stories.ts'))
        .sort();
      const lines = files.map((file) => `  'stories/${file}': () => import('/stories/${file}'),`);
      return { body: `export const stories = {\n${lines.join('\n')}\n};\n`, type: 'js' };
    },
  };
}
