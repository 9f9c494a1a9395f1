import { describe, expect, inject, it } from 'vitest';

import { runScript } from '../../suites/server/run-script.js';

/** Whole processes are started and killed here, and a machine that does other things too needs its time for that. */
const PATIENCE = 400_000;

/** Each script as it is run on a change; at full scale it takes the numbers of bench/server/README.md. */
const SMALL = {
  'what is written while the server is killed is there, once': 'kill.mjs 2 --writers 6 --submits 30',
  'what is sent five times with one key is done once': 'duplicates.mjs 30 --restart-every 30',
  'no edit is lost among editors who save at once': 'concurrent-edits.mjs 6 6 --actions 2',
  'what is scheduled is published once and never early':
    'schedules.mjs 9 --years 1 --every 20 --step 60 --within 60000',
};

/** What each of them says of the fault that is put in. */
const PLANTED = {
  'kill.mjs 2 --writers 6 --submits 60': /performs +│ \d+ +│ 0 +│ [1-9]/,
  'duplicates.mjs 10': /answered in two ways/,
  'concurrent-edits.mjs 6 6 --actions 2': / [1-9]\d* lost/,
  'schedules.mjs 3 --years 1 --every 40 --step 60 --within 60000': /\d early for 2026/,
};

describe.runIf(inject('postgresUrl') !== '')('on PostgreSQL', () => {
  it.each(Object.entries(SMALL))(
    '%s',
    async (_promise, command) => {
      const { code, said } = await runScript(`${command} --hasty`);
      expect(said).toMatch(/seed \d+|^right: /m);
      expect({ code, said }).toEqual({ code: 0, said });
    },
    PATIENCE,
  );

  it.each(Object.entries(PLANTED))(
    '%s notices a fault that was put in',
    async (command, words) => {
      const { code, said } = await runScript(`${command} --hasty --plant`);
      expect(said).toMatch(words);
      expect(code).toBe(1);
    },
    PATIENCE,
  );
});

describe('on PGlite', () => {
  it(
    'what is written while the process that holds the database is killed is there, once',
    async () => {
      const { code, said } = await runScript('kill.mjs 1 --writers 4 --submits 20 --database pglite');
      expect(said).toContain('1 kills on pglite');
      expect({ code, said }).toEqual({ code: 0, said });
    },
    PATIENCE,
  );
});
