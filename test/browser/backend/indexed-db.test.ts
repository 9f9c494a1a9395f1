import { deleteDB } from 'idb';

import { createIndexedDbStore } from '../../../src/backend/stores/indexed-db.js';
import { conformanceCases, runCase } from '../../../src/conformance.js';
import { makeConformanceWorld } from '../../suites/conformance-world.js';

const name = 'conformance-in-a-browser';

describe('a backend in the IndexedDB of a browser, with Web Locks', () => {
  afterEach(() => deleteDB(name));

  for (const testCase of conformanceCases) {
    it(`${testCase.group}: ${testCase.name}`, async () => {
      const result = await runCase(testCase, () =>
        makeConformanceWorld({ store: createIndexedDbStore({ name }) }),
      );
      if (result.state !== 'passed') throw result.error;
    });
  }
});
