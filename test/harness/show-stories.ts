import { nothing, render } from 'lit';

import { readStories, type NamedStory } from './story-file.js';
import { settled } from './settled.js';

const files = import.meta.glob<Record<string, unknown>>('../../stories/**/*.stories.ts');
const main = document.querySelector('main') ?? document.body;
const violations: string[] = [];
const failures: string[] = [];

document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(
    `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
  );
});
addEventListener('error', (event) => failures.push(event.message));
addEventListener('unhandledrejection', (event) => failures.push(String(event.reason)));

async function findStories(): Promise<NamedStory[]> {
  const loaded = await Promise.all(Object.values(files).map((load) => load()));
  return loaded.flatMap(readStories);
}

const stories = findStories();

/** What the tests drive this page by. */
const harness = {
  list: async () => (await stories).map(({ id }) => id),
  /** Shows one story, plays it, and answers what the policy reported and what went wrong meanwhile. */
  async show(id: string) {
    violations.length = 0;
    failures.length = 0;
    const story = (await stories).find((candidate) => candidate.id === id);
    if (story === undefined) return { violations: [], failures: [`no story ${id}`] };
    render(nothing, main);
    render(story.template(), main);
    if (story.parameters.keepsLoading !== true) await settled(main);
    await story.play({ canvasElement: main });
    return { violations: [...violations], failures: [...failures] };
  },
  clear: () => {
    render(nothing, main);
  },
};

export type Harness = typeof harness;

Object.assign(globalThis, { harness });
