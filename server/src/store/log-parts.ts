import { sql } from 'kysely';

import type { ActionEvent } from '@groundswell/elements/domain';

import type { Organization } from './organization.js';
import { toSqlTime } from './sql-text.js';

/** Makes the parts of the log that these events belong to, where they are not there yet. */
export async function ensureLogParts(
  { rows, logParts }: Organization,
  events: readonly Pick<ActionEvent, 'recordedAt'>[],
): Promise<void> {
  for (const month of new Set(events.map(({ recordedAt }) => monthOf(recordedAt)))) {
    if (logParts.has(month)) continue;
    const { rows: found } = await sql<{ existed: boolean }>`
      select groundswell_make_log_part(${month}::date) as existed
    `.execute(rows);
    // One that was just made goes away again should this transaction fail.
    if (found[0]?.existed === true) logParts.add(month);
  }
}

const monthOf = (time: string): string => {
  const known = toSqlTime(time);
  return known.startsWith('-') ? '0001-01-01' : `${known.slice(0, 7)}-01`;
};
