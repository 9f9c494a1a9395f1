import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { keepHouse } from '../../../server/src/jobs/keep-house.js';
import { listOrganizations } from '../../../server/src/jobs/list-organizations.js';
import { databaseKinds } from '../../suites/server/databases.js';
import {
  message,
  openMessageWorld,
  RecordingPort,
  type MessageWorld,
} from '../../suites/server/message-world.js';

const DAY = 86_400_000;

describe.each(databaseKinds.filter(({ isHere }) => isHere))('keeping house on $name', ({ open }) => {
  let world: MessageWorld;
  const ago = (days: number) => new Date(world.now().getTime() - days * DAY).toISOString();
  const keep = () => keepHouse({ database: world.database, now: world.now, redactAfterDays: 30 });
  const inBoth = async (work: (orgId: string) => Promise<unknown>) => {
    await work('one');
    await work('two');
  };
  beforeAll(async () => {
    world = await openMessageWorld(open);
  });
  afterAll(() => world.close());

  it('sees which organizations there are, and nothing else of them', async () => {
    expect(await listOrganizations(world.database)).toEqual(['-', 'one', 'two']);
    const more = world.database.asScheduler((rows) => rows.selectFrom('campaigns').select('body').execute());
    await expect(more).rejects.toThrow(/permission denied/);
  });

  it('blanks messages after their days, in every organization, and keeps younger ones', async () => {
    const ports = { email: new RecordingPort() };
    await inBoth(async (orgId) => {
      await world.add(message({ id: 'old', createdAt: ago(31) }), orgId);
      await world.add(message({ id: 'young', createdAt: ago(29) }), orgId);
    });
    await world.work(ports);
    await inBoth((orgId) => world.add(message({ id: 'waiting', createdAt: ago(31) }), orgId));
    await inBoth((orgId) => world.add(message({ id: 'code', expiresAt: ago(0.01) }), orgId));
    await keep();
    await inBoth(async (orgId) => {
      const gone = { recipient: '', subject: null, body: '' };
      expect(await world.row('old', orgId)).toMatchObject({ ...gone, state: 'sent' });
      expect(await world.row('young', orgId)).toMatchObject({
        recipient: 'rosa@example.org',
        redacted_at: null,
      });
      expect(await world.row('waiting', orgId)).toMatchObject({
        ...gone,
        state: 'dead',
        error_code: 'expired',
      });
      expect(await world.row('code', orgId)).toMatchObject({ ...gone, state: 'dead', error_code: 'expired' });
    });
    await world.work(ports);
    expect(ports.email.taken.map(({ id }) => id).sort()).toEqual(['old', 'old', 'young', 'young']);
  });

  it('forgets what people wrote to an organization after the same days', async () => {
    const row = { org_id: 'one', channel: 'sms' as const, recipient: '+15005550006', redacted_at: null };
    await world.database.inOrganization('one', 'write', (rows) =>
      rows
        .insertInto('inbound_messages')
        .values([
          { ...row, id: 'a', sender: '+14155550100', body: 'old', provider_id: 'A', received_at: ago(31) },
          { ...row, id: 'b', sender: '+14155550100', body: 'new', provider_id: 'B', received_at: ago(29) },
        ])
        .execute(),
    );
    await keep();
    const kept = await world.database.inOrganization('one', 'read', (rows) =>
      rows.selectFrom('inbound_messages').select(['sender', 'body']).orderBy('id').execute(),
    );
    expect(kept).toEqual([
      { sender: '', body: '' },
      { sender: '+14155550100', body: 'new' },
    ]);
  });

  it('removes keys, codes, sessions, limits and changes that are done with, and no others', async () => {
    await inBoth((org_id) =>
      world.database.inOrganization(org_id, 'write', async (rows) => {
        const user = { first_name: '', last_name: '', email: null, search_text: '', sort_text: '' };
        await rows
          .insertInto('users')
          .values({ ...user, org_id, id: 'u', role: 'volunteer', language: 'en', district_ids: [] })
          .execute();
        const pair = <T>(make: (name: string, at: string) => T, past: number, recent: number): T[] => [
          make('past', ago(past)),
          make('kept', ago(recent)),
        ];
        await rows
          .insertInto('idempotency_keys')
          .values(pair((scope, at) => ({ org_id, scope, fingerprint: 'f', at, answer: null }), 7.1, 6.9))
          .execute();
        await rows
          .insertInto('sign_in_codes')
          .values(pair((address, expires_at) => ({ org_id, address, expires_at, body: '{}' }), 0.1, -0.1))
          .execute();
        const session = { org_id, user_id: 'u', created_at: ago(40), ended_at: null };
        await rows
          .insertInto('sessions')
          .values(pair((id, expires_at) => ({ ...session, id, expires_at }), 1.1, 0.9))
          .execute();
        const limit = { org_id, window_start: ago(1), count: 1 };
        await rows
          .insertInto('rate_limits')
          .values(pair((bucket, window_end) => ({ ...limit, bucket, window_end }), 0.1, -0.1))
          .execute();
        await rows
          .insertInto('changes')
          .values(pair((action_id, at) => ({ org_id, topic: 'actions', action_id, at }), 1.1, 0.9))
          .execute();
      }),
    );
    await keep();
    await keep();
    await inBoth((orgId) =>
      world.database.inOrganization(orgId, 'read', async (rows) => {
        const { rows: left } = await sql`
          select scope as name from idempotency_keys union all select address from sign_in_codes
          union all select id from sessions union all select bucket from rate_limits
          union all select action_id from changes`.execute(rows);
        expect(left).toEqual(Array.from({ length: 5 }, () => ({ name: 'kept' })));
        const { rows: known } = await sql<{ isLater: boolean }>`
          select changes_kept_since > '0'::xid8 as "isLater" from campaigns`.execute(rows);
        expect(known).toEqual([{ isLater: true }]);
      }),
    );
  });

  it('makes room in the log for this month and the next', async () => {
    await keep();
    const { rows } =
      await sql`select relname as name from pg_class where relname in ('events_2026_03', 'events_2026_04')
      order by 1`.execute(world.database.owner);
    expect(rows).toEqual([{ name: 'events_2026_03' }, { name: 'events_2026_04' }]);
  });

  it('is done once in its time, however many processes ask', async () => {
    await Promise.all(Array.from({ length: 5 }, () => world.queue.ask('upkeep', 3600)));
    expect(await world.work({})).toBe(1);
    await world.queue.ask('upkeep', 3600);
    expect(await world.work({})).toBe(0);
  });
});
