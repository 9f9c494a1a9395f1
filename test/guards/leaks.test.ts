import type { CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openBuiltPage, type BuiltPage } from './built-page.js';

const MOUNTS = 1000;
const TAGS = [
  'action-provider',
  'action-feed',
  'action-card',
  'action-page',
  'social-share',
  'open-webpage',
  'volunteer-sign-in',
  'action-manager',
  'action-editor',
  'publish-panel',
  'share-options',
  'results-panel',
];

let built: BuiltPage;
let session: CDPSession;

beforeAll(async () => {
  built = await openBuiltPage('test/harness', 'mounts.html');
  session = await built.page.createCDPSession();
  await session.send('Performance.enable');
  await built.page.waitForFunction(() => 'mountAndRemove' in globalThis);
});
afterAll(() => built.close());

declare function mountAndRemove(tag: string, times: number): Promise<void>;

async function count(): Promise<{ nodes: number; listeners: number }> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { nodes: read('Nodes'), listeners: read('JSEventListeners') };
}

/** What mounting and removing an element leaves behind, after a first time that may set things up for good. */
async function leftBehind(tag: string) {
  const mount = (times: number) => built.page.evaluate((name, n) => mountAndRemove(name, n), tag, times);
  await mount(20);
  const before = await count();
  await mount(MOUNTS);
  const after = await count();
  return { nodes: after.nodes - before.nodes, listeners: after.listeners - before.listeners };
}

describe(`mounting ${MOUNTS} times and taking away again`, () => {
  it.each(TAGS)('leaves no node and no listener of <%s> behind', async (tag) => {
    const { nodes, listeners } = await leftBehind(tag);
    expect(nodes).toBeLessThan(MOUNTS / 20);
    expect(listeners).toBeLessThan(MOUNTS / 20);
  });

  it('would notice an element that forgets to stop listening', async () => {
    const { nodes, listeners } = await leftBehind('planted-leak');
    expect(nodes).toBeGreaterThanOrEqual(MOUNTS);
    expect(listeners).toBeGreaterThanOrEqual(MOUNTS);
  });
});
