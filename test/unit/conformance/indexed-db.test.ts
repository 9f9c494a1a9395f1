import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';

import { createIndexedDbStore } from '../../../src/backend/stores/indexed-db.js';
import { conformanceCases, runCase } from '../../../src/conformance.js';
import { makeConformanceWorld } from '../../suites/conformance-world.js';

describe('a backend in IndexedDB', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  it.each(conformanceCases.map((testCase) => [`${testCase.group}: ${testCase.name}`, testCase] as const))(
    '%s',
    async (_name, testCase) => {
      const makeWorld = () => makeConformanceWorld({ store: createIndexedDbStore({ name: 'conformance' }) });
      const result = await runCase(testCase, makeWorld);
      expect(result).toEqual({ group: testCase.group, name: testCase.name, state: 'passed' });
    },
  );
});
