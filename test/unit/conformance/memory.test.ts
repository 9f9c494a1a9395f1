import { describe, expect, it } from 'vitest';

import { conformanceCases, runCase } from '../../../src/conformance.js';
import { makeConformanceWorld } from '../../suites/conformance-world.js';

describe('a backend in memory', () => {
  it.each(conformanceCases.map((testCase) => [`${testCase.group}: ${testCase.name}`, testCase] as const))(
    '%s',
    async (_name, testCase) => {
      const result = await runCase(testCase, () => makeConformanceWorld());
      expect(result).toEqual({ group: testCase.group, name: testCase.name, state: 'passed' });
    },
  );
});
