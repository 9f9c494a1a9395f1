import { readFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { execFileSync } from 'node:child_process';
import { rollup } from 'rollup';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pkg = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  exports: Record<string, string | { types?: string; default: string }>;
  peerDependencies?: Record<string, string>;
};

const modules = Object.entries(pkg.exports).flatMap(([path, target]) =>
  typeof target === 'object' && target.default.endsWith('.js') ? [{ path, ...target }] : [],
);
const nameOf = (path: string) => `@groundswell/elements${path.slice(1)}`;

/** Imports a public path in a fresh Node without DOM and answers the names it gives. */
const importInNode = (name: string): string[] => {
  const script = `console.log(JSON.stringify(Object.keys(await import(${JSON.stringify(name)}))))`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '[]') as string[];
};

describe('the entry points of the package', () => {
  it('are all built, with types', () => {
    expect(modules.length).toBeGreaterThan(18);
    const missing = modules.flatMap(({ default: file, types }) =>
      [file, types].filter((candidate) => candidate === undefined || !existsSync(`${root}${candidate}`)),
    );
    expect(missing).toEqual([]);
  });

  it.each(modules.map(({ path }) => path))(
    '%s can be imported on a server, where there is no DOM',
    (path) => {
      expect(importInNode(nameOf(path)).length).toBeGreaterThan(
        path === './volunteer' || path === './admin' || path === './all' ? -1 : 0,
      );
    },
  );

  it.each(modules.map(({ path }) => path))('%s resolves in a bundler', async (path) => {
    const unresolved: string[] = [];
    const bundle = await rollup({
      input: 'entry',
      external: Object.keys(pkg.peerDependencies ?? {}).map((name) => new RegExp(`^${name}(/|$)`)),
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === 'entry' ? `${root}entry.js` : null),
          load: (id) => (id === `${root}entry.js` ? `export * from '${nameOf(path)}'` : null),
        },
        nodeResolve({ exportConditions: ['production', 'browser'], browser: true }),
      ],
      onwarn: (warning) => {
        if (warning.code === 'UNRESOLVED_IMPORT') unresolved.push(warning.message);
      },
    });
    await bundle.close();
    expect(unresolved).toEqual([]);
  });

  it('load without a side effect where they promise it', () => {
    for (const path of ['./contract', './domain', './embedded', './http-client', './conformance', '.']) {
      const script = `
        const before = Object.getOwnPropertyNames(globalThis);
        const defined = [];
        await import(${JSON.stringify(nameOf(path))});
        if (globalThis.customElements?.get?.('action-card')) defined.push('action-card');
        console.log(JSON.stringify(defined));`;
      const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(JSON.parse(output.trim().split('\n').at(-1) ?? ''), path).toEqual([]);
    }
  });
});
