import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { addMessage } from '../../../server/src/delivery/add-message.js';
import { listDeadLetters, replayDeadLetters } from '../../../server/src/delivery/dead-letters.js';
import { DeliveryFailure } from '../../../server/src/delivery/delivery-port.js';
import { databaseKinds } from '../../suites/server/databases.js';
import {
  message,
  openMessageWorld,
  RecordingPort,
  type MessageWorld,
} from '../../suites/server/message-world.js';

const unreachable = () => {
  throw new DeliveryFailure('unreachable', { isPassing: true });
};

describe.each(databaseKinds.filter(({ isHere }) => isHere))('messages on $name', ({ open }) => {
  let world: MessageWorld;
  let email: RecordingPort;
  let made = 0;
  let id: string;
  beforeAll(async () => {
    world = await openMessageWorld(open);
  });
  beforeEach(() => {
    email = new RecordingPort();
    id = `m-${(made += 1)}`;
  });
  afterAll(() => world.close());

  it('are sent once, with everything that was written, and are known as sent', async () => {
    await world.add(message({ id }));
    expect(await world.work({ email })).toBe(1);
    expect(await world.work({ email })).toBe(0);
    expect(email.taken).toEqual([
      {
        ...{ orgId: 'one', id, channel: 'email', to: 'rosa@example.org' },
        ...{ subject: 'Thank you', text: 'You signed up.', createdAt: '2026-03-01T12:00:00.000Z' },
      },
    ]);
    expect(await world.row(id)).toMatchObject({ state: 'sent', attempts: 1, provider_id: 'provider-1' });
  });

  it('are not sent when the transaction that wrote them fails', async () => {
    const failing = world.database.inOrganization('one', 'write', async (rows) => {
      await addMessage(rows, 'one', message({ id }));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await world.work({ email })).toBe(0);
    expect(email.taken).toEqual([]);
  });

  it('are one message when the same is added twice', async () => {
    await world.add(message({ id }));
    await world.add(message({ id, text: 'Another text' }));
    await world.work({ email });
    expect(email.taken.map(({ text }) => text)).toEqual(['You signed up.']);
  });

  it('wait, longer each time, while nobody takes them, and are given up in the end', async () => {
    email.refuse = unreachable;
    await world.add(message({ id }));
    let attempts = 0;
    for (let round = 0; round < 40; round += 1) {
      attempts += await world.work({ email });
      await world.pass(3 * 3600);
    }
    // Ten attempts, and one job that writes down that there will be no more.
    expect(attempts).toBe(11);
    expect(await world.row(id)).toMatchObject({ state: 'dead', attempts: 10, error_code: 'unreachable' });
    expect(await listDeadLetters(world.database, 'one')).toEqual([
      {
        ...{ id, channel: 'email', attempts: 10, code: 'unreachable' },
        ...{ createdAt: '2026-03-01T12:00:00.000Z', canReplay: true },
      },
    ]);
  });

  it('that were given up are sent when somebody replays them, once', async () => {
    const [dead] = await listDeadLetters(world.database, 'one');
    expect(await replayDeadLetters(world.database, 'two', [dead!.id])).toEqual([]);
    expect(await replayDeadLetters(world.database, 'one', [dead!.id])).toEqual([dead!.id]);
    expect(await replayDeadLetters(world.database, 'one')).toEqual([]);
    await world.work({ email });
    expect(email.taken.map((taken) => taken.id)).toEqual([dead!.id]);
    expect(await listDeadLetters(world.database, 'one')).toEqual([]);
  });

  it('are not tried again where that is of no use', async () => {
    email.refuse = () => {
      throw new DeliveryFailure('smtp-550', { isPassing: false });
    };
    await world.add(message({ id }));
    await world.work({ email });
    await world.pass(3600);
    expect(await world.work({ email })).toBe(0);
    expect(await world.row(id)).toMatchObject({ state: 'dead', attempts: 1, error_code: 'smtp-550' });
  });

  it('with an end are blanked once sent, and not sent after it', async () => {
    const expiresAt = new Date(world.now().getTime() + 600_000).toISOString();
    await world.add(message({ id, expiresAt }));
    await world.work({ email });
    expect(await world.row(id)).toMatchObject({ state: 'sent', recipient: '', subject: null, body: '' });
    await world.add(message({ id: `${id}-late`, expiresAt }));
    await world.pass(601);
    await world.work({ email });
    expect(email.taken.map((taken) => taken.id)).toEqual([id]);
    expect(await world.row(`${id}-late`)).toMatchObject({ state: 'dead', error_code: 'expired', body: '' });
  });

  it('leave nothing in the queue but ids and codes', async () => {
    const { rows } = await sql<{ data: object; output: object | null }>`
      select data, output from pgboss.job where name like 'messages%'`.execute(world.database.owner);
    expect(rows.length).toBeGreaterThan(5);
    for (const { data, output } of rows) {
      expect(Object.keys(data).sort()).toEqual(['messageId', 'orgId']);
      expect([null, 'unreachable']).toContain((output as { code?: string } | null)?.code ?? null);
    }
  });

  it('cannot be queued for another organization, nor the queue be seen', async () => {
    const peek = world.database.inOrganization('one', 'write', (rows) =>
      sql`select * from pgboss.job`.execute(rows),
    );
    await expect(peek).rejects.toThrow(/permission denied/);
    await world.add(message({ id }), 'two');
    await world.database.inOrganization('one', 'write', (rows) =>
      sql`select groundswell_queue_message(${id})`.execute(rows),
    );
    await world.work({ email });
    expect(email.taken.map(({ orgId }) => orgId)).toEqual(['two']);
  });
});
