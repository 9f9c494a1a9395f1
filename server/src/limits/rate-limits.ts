import { sql } from 'kysely';

import type { Id } from '@groundswell/elements/domain';

import type { Database, Rows } from '../database/database.js';
import type { Limit } from './choose-limits.js';
import { fingerprintAddress } from './fingerprint-address.js';

/** Counts in the database, so that any number of processes count together. */
export interface RateLimits {
  /**
   * Counts once towards each of these limits.
   *
   * @returns Seconds to wait where one of them is used up, else 0.
   */
  take(orgId: Id, limits: readonly Limit[]): Promise<number>;
  /** An address as it is counted. */
  fingerprint(address: string): string;
}

export interface RateLimitsOptions {
  readonly database: Pick<Database, 'inOrganization'>;
  /** The same for every process of an installation, so that they recognize the same address. */
  readonly secret: string;
  readonly now: () => Date;
}

/** How many rows are forgotten at a time, so that nobody waits for long. */
const FORGOTTEN_AT_ONCE = 200;

/** Limits by windows of fixed length: at the worst, twice as much as allowed around the end of one. */
export function createRateLimits({ database, secret, now }: RateLimitsOptions): RateLimits {
  return {
    fingerprint: (address) => fingerprintAddress(address, secret, now()),
    take: async (orgId, limits) => {
      if (limits.length === 0) return 0;
      const at = now().getTime();
      return database.inOrganization(orgId, 'write', async (rows) => {
        let wait = 0;
        // In one order for everybody, so that nobody waits for somebody who waits for them.
        for (const limit of limits.toSorted((a, b) => (a.bucket < b.bucket ? -1 : 1))) {
          const end = endOfWindow(at, limit);
          const count = await countOne(rows, orgId, limit, end);
          if (count > limit.max) wait = Math.max(wait, Math.ceil((end - at) / 1000));
          if (count === 1) await forgetOld(rows, orgId, at);
        }
        return wait;
      });
    },
  };
}

const endOfWindow = (at: number, { per }: Limit): number => {
  const length = per * 1000;
  return (Math.floor(at / length) + 1) * length;
};

async function countOne(rows: Rows, org_id: Id, { bucket, per }: Limit, end: number): Promise<number> {
  const { count } = await rows
    .insertInto('rate_limits')
    .values({
      org_id,
      bucket,
      window_start: new Date(end - per * 1000).toISOString(),
      window_end: new Date(end).toISOString(),
      count: 1,
    })
    .onConflict((same) =>
      same
        .columns(['org_id', 'bucket', 'window_start'])
        .doUpdateSet({ count: sql<number>`rate_limits.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return count;
}

/** Whoever begins a row takes old ones away. Rows that somebody else is taking away are left to them. */
async function forgetOld(rows: Rows, orgId: Id, at: number): Promise<void> {
  await sql`
    delete from rate_limits where (org_id, bucket, window_start) in (
      select org_id, bucket, window_start from rate_limits
      where org_id = ${orgId} and window_end < ${new Date(at).toISOString()}::timestamptz
      limit ${FORGOTTEN_AT_ONCE} for update skip locked
    )`.execute(rows);
}
