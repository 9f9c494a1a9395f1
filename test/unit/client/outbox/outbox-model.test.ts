import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Outbox } from '../../../../src/client/outbox/outbox.js';
import { recordPerform } from '../../../../src/contract/perform.js';
import { keyOf, openDevice, performOf } from './recording-backend.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What a person was told about each key. */
interface Model {
  submitted: number;
  readonly done: Set<string>;
  readonly toldRefused: Set<string>;
  readonly discarded: Set<string>;
}

type Device = ReturnType<typeof openDevice>;

interface Real extends Device {
  readonly tabs: Outbox[];
}

type Step = fc.AsyncCommand<Model, Real>;

/** Accepted once, or still on the device, or the person knows: for every key, at every moment. */
async function check(model: Model, real: Real): Promise<void> {
  const { accepted } = real.backend;
  expect(new Set(accepted).size).toBe(accepted.length);
  const kept = new Set((await real.store.list()).map(({ key }) => key));
  for (let number = 1; number <= model.submitted; number++) {
    const key = keyOf(number);
    const isKnown = kept.has(key) || model.toldRefused.has(key) || model.discarded.has(key);
    expect(accepted.includes(key) || isKnown, `${key} is lost`).toBe(true);
  }
  for (const key of model.done) expect(accepted).toContain(key);
}

function step(name: string, run: (model: Model, real: Real) => Promise<void> | void): Step {
  return {
    check: () => true,
    run: async (model, real) => {
      await run(model, real);
      await check(model, real);
    },
    toString: () => name,
  };
}

const submit = (tab: number) =>
  step(`submit in tab ${tab}`, async (model, real) => {
    const number = (model.submitted += 1);
    const outbox = real.tabs[tab % real.tabs.length]!;
    const told = outbox.submit(recordPerform, performOf(number), { key: keyOf(number) }).then(
      ({ state }) => {
        if (state === 'done') model.done.add(keyOf(number));
      },
      () => void model.toldRefused.add(keyOf(number)),
    );
    await vi.advanceTimersByTimeAsync(20_000);
    await told;
  });

const FAULTS = [
  undefined,
  undefined,
  'offline',
  'answer-lost',
  'unavailable',
  'internal',
  'gone',
  'timed-out',
] as const;

const steps: fc.Arbitrary<Step>[] = [
  fc.nat(1).map(submit),
  fc.constantFrom(...FAULTS).map((fault) =>
    step(`the network: ${fault ?? 'fine'}`, (_, { backend }) => {
      backend.fault = fault;
    }),
  ),
  fc
    .nat(40)
    .map((number) =>
      step(
        `item ${number} is poison`,
        (_, { backend }) => void backend.faults.set(keyOf(number), 'internal'),
      ),
    ),
  fc.constant(step('poison is gone', (_, { backend }) => backend.faults.clear())),
  fc.constant(
    step('wake', async (_, { wake }) => {
      wake();
      await vi.advanceTimersByTimeAsync(0);
    }),
  ),
  fc.integer({ min: 1, max: 3600 }).map((seconds) =>
    step(`${seconds} s pass`, async () => {
      await vi.advanceTimersByTimeAsync(seconds * 1000);
    }),
  ),
  fc.nat(1).map((tab) =>
    step(`tab ${tab} is reloaded`, async (_, real) => {
      real.tabs[tab]!.close();
      real.tabs[tab] = real.openTab();
      await vi.advanceTimersByTimeAsync(0);
    }),
  ),
  fc.constant(
    step('the person discards what was refused', async (model, real) => {
      for (const { key, state } of await real.tabs[0]!.list()) {
        if (state !== 'refused') continue;
        model.discarded.add(key);
        await real.tabs[0]!.discard(key);
      }
    }),
  ),
];

describe('an outbox in two tabs, whatever happens to them', () => {
  it('gets every submission accepted exactly once, or keeps it, or has told the person', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { size: '+1', maxCommands: 40 }), async (commands) => {
        vi.setSystemTime(new Date('2026-09-01T12:00:00Z'));
        const device = openDevice();
        const real: Real = { ...device, tabs: [device.openTab(), device.openTab()] };
        const model: Model = { submitted: 0, done: new Set(), toldRefused: new Set(), discarded: new Set() };
        await fc.asyncModelRun(() => ({ model, real }), commands);
        // When all is well again and the person asks once more, nothing is left.
        device.backend.fault = undefined;
        device.backend.faults.clear();
        for (const { key } of await real.tabs[0]!.list()) await real.tabs[0]!.retry(key);
        await check(model, real);
        expect(await real.tabs[0]!.list()).toEqual([]);
        real.tabs.forEach((tab) => tab.close());
        vi.clearAllTimers();
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
