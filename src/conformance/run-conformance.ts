import { conformanceCases } from './conformance-cases.js';
import type { ConformanceCase, ConformanceWorld } from './world.js';

export interface ConformanceResult {
  readonly group: string;
  readonly name: string;
  /** `skipped` where the world lacks what the case needs. */
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly error?: unknown;
}

export interface ConformanceRunOptions {
  /** Told of each result as it comes. */
  readonly onResult?: (result: ConformanceResult) => void;
  /** Which cases to run; all unless told. */
  readonly cases?: readonly ConformanceCase[];
}

/** Runs the suite one case after the other, each in a world of its own, and answers every result. Never rejects. */
export async function runConformance(
  makeWorld: () => Promise<ConformanceWorld>,
  { onResult, cases = conformanceCases }: ConformanceRunOptions = {},
): Promise<readonly ConformanceResult[]> {
  const results: ConformanceResult[] = [];
  for (const testCase of cases) {
    const result = await runCase(testCase, makeWorld);
    results.push(result);
    onResult?.(result);
  }
  return results;
}

/** Runs one case in a new world, for a test runner that shows each by its name. */
export async function runCase(
  { group, name, needs, run }: ConformanceCase,
  makeWorld: () => Promise<ConformanceWorld>,
): Promise<ConformanceResult> {
  let world: ConformanceWorld | undefined;
  try {
    world = await makeWorld();
    const has = {
      clock: world.advanceTo !== undefined,
      outsider: world.outsider !== undefined,
      messages: world.messages !== undefined,
    };
    if (needs.some((need) => !has[need])) return { group, name, state: 'skipped' };
    await run(world);
    return { group, name, state: 'passed' };
  } catch (error) {
    return { group, name, state: 'failed', error };
  } finally {
    await world?.close?.().catch(() => undefined);
  }
}
