import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createDatabase } from '../../../server/src/database/database.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';
import { migrate } from '../../../server/src/database/migrate.js';
import { queueMessage } from '../../../server/src/delivery/add-message.js';
import { DeliveryFailure } from '../../../server/src/delivery/delivery-port.js';
import { openJobQueue } from '../../../server/src/jobs/job-queue.js';
import { createHandlers } from '../../../server/src/jobs/start-jobs.js';
import { workThrough } from '../../../server/src/jobs/work-through.js';
import { createPostgresDatabase, databaseKinds } from '../../suites/server/databases.js';
import {
  message,
  openMessageWorld,
  RecordingPort,
  type MessageWorld,
} from '../../suites/server/message-world.js';

/** Longer than a claim and a job may last, and than the first pause after it. */
const A_WHILE = 600;

/** A port at which a worker stays for ever, as if the process had ended there. */
class DeadEnd extends RecordingPort {
  readonly reached: Promise<void>;
  goOn: (failure?: DeliveryFailure) => void = () => undefined;

  constructor(where: 'before it is taken' | 'after it is taken') {
    super();
    const rest = new Promise<DeliveryFailure | undefined>((resume) => (this.goOn = resume));
    this.reached = new Promise((arrive) => {
      this.refuse = async (parcel) => {
        if (where === 'after it is taken') this.taken.push(parcel);
        arrive();
        const failure = await rest;
        if (failure !== undefined) throw failure;
        if (where === 'after it is taken') this.taken.pop();
      };
    });
  }
}

describe('a worker that ends in the middle', () => {
  let world: MessageWorld;
  let next: RecordingPort;
  beforeEach(async () => {
    world = await openMessageWorld();
    next = new RecordingPort();
    await world.add(message());
  });
  afterEach(() => world.close());

  async function endAt(email: DeadEnd): Promise<DeadEnd> {
    void world.work({ email }, { lanes: 1 });
    await email.reached;
    return email;
  }

  it('leaves its message to another, which sends it', async () => {
    await endAt(new DeadEnd('before it is taken'));
    expect(await world.work({ email: next })).toBe(0);
    await world.pass(A_WHILE);
    await world.pass(A_WHILE);
    await world.work({ email: next });
    expect(next.taken.map(({ id }) => id)).toEqual(['m-1']);
    expect(await world.row('m-1')).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('after the provider took the message has it sent once more, under the same id, and never lost', async () => {
    const first = await endAt(new DeadEnd('after it is taken'));
    await world.pass(A_WHILE);
    await world.pass(A_WHILE);
    await world.work({ email: next });
    await world.pass(A_WHILE);
    await world.work({ email: next });
    expect([...first.taken, ...next.taken].map(({ id }) => id)).toEqual(['m-1', 'm-1']);
  });

  it.each(['sends it', 'fails'])(
    'but was only slow, and %s late, changes nothing any more',
    async (ending) => {
      const slow = new DeadEnd('before it is taken');
      const working = world.work({ email: slow }, { lanes: 1 });
      await slow.reached;
      await world.pass(A_WHILE);
      await world.pass(A_WHILE);
      await world.work({ email: next });
      slow.goOn(ending === 'fails' ? new DeliveryFailure('smtp-550', { isPassing: false }) : undefined);
      await working;
      expect(slow.taken).toHaveLength(ending === 'fails' ? 0 : 1);
      expect(await world.row('m-1')).toMatchObject({ state: 'sent', attempts: 2, error_code: null });
      await world.pass(A_WHILE);
      expect(await world.work({ email: next })).toBe(0);
    },
  );

  it('after it wrote down that the message is sent has nothing sent again', async () => {
    const queue = { ...world.queue, finish: () => Promise.reject(new Error('cut off')) };
    const heard: unknown[] = [];
    const { database, now } = world;
    const handlers = createHandlers({ database, now, ports: { email: next } });
    await workThrough({ queue, handlers, report: (error) => heard.push(error) });
    expect(heard).toMatchObject([{ message: 'cut off' }]);
    await world.pass(A_WHILE);
    await world.pass(A_WHILE);
    expect(await world.work({ email: next })).toBe(1);
    expect(next.taken).toHaveLength(1);
    expect(await world.work({ email: next })).toBe(0);
  });

  it('every time, leaves a dead letter in the end, and no endless trouble', async () => {
    for (let round = 0; round < 10; round += 1) {
      await endAt(new DeadEnd('before it is taken'));
      await world.pass(8 * 3600);
      await world.pass(8 * 3600);
    }
    await world.work({ email: next });
    expect(next.taken).toEqual([]);
    expect(await world.row('m-1')).toMatchObject({ state: 'dead', error_code: 'interrupted' });
  });

  it('throws what nobody foresaw to whoever listens, and the message waits', async () => {
    const heard: unknown[] = [];
    next.refuse = () => {
      throw new TypeError('a bug');
    };
    await world.work({ email: next }, { report: (error) => heard.push(error) });
    expect(heard).toMatchObject([{ message: 'a bug' }]);
    expect(await world.row('m-1')).toMatchObject({ state: 'queued', error_code: 'internal' });
  });
});

describe('several workers', () => {
  const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL');

  it.runIf(postgres?.isHere)('in three processes never send the same message twice', async () => {
    const url = await createPostgresDatabase();
    const open = () => createDatabase(openPostgres({ url }));
    const world = await openMessageWorld(async () => {
      const database = open();
      await migrate(database);
      return database;
    });
    for (let number = 0; number < 60; number += 1)
      await world.add(message({ id: `m-${number}` }), number % 2 === 0 ? 'one' : 'two');
    const email = new RecordingPort();
    // A job twice, as after a replay at the wrong moment, must not become two messages.
    for (const id of ['m-0', 'm-2']) await queueAgain(world, id);
    const processes = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const database = open();
        return { database, queue: await openJobQueue({ database, tidiesItself: false }) };
      }),
    );
    const begun = await Promise.all(
      processes.map(({ database, queue }) =>
        workThrough({ queue, handlers: createHandlers({ database, now: world.now, ports: { email } }) }),
      ),
    );
    expect(begun.reduce((sum, count) => sum + count, 0)).toBe(62);
    const ids = email.taken.map(({ id }) => id);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
    for (const { database, queue } of processes) {
      await queue.close();
      await database.close();
    }
    await world.close();
  });

  it.each(databaseKinds.filter(({ isHere }) => isHere))(
    'in one process share the work on $name',
    async ({ open }) => {
      const world = await openMessageWorld(open);
      for (let number = 0; number < 8; number += 1) await world.add(message({ id: `m-${number}` }));
      const email = new RecordingPort();
      await Promise.all([world.work({ email }), world.work({ email })]);
      expect(email.taken.map(({ id }) => id).sort()).toEqual(
        Array.from({ length: 8 }, (_, number) => `m-${number}`).sort(),
      );
      await world.close();
    },
  );
});

const queueAgain = (world: MessageWorld, id: string): Promise<void> =>
  world.database.inOrganization('one', 'write', (rows) => queueMessage(rows, id));
