import { sql } from 'kysely';

import type { Database } from '../../../server/src/database/database.js';
import type { OutgoingMessage } from '../../../src/backend/index.js';
import { addMessage } from '../../../server/src/delivery/add-message.js';
import type { DeliveryPort, DeliveryPorts, Parcel } from '../../../server/src/delivery/delivery-port.js';
import { openJobQueue, type JobQueue } from '../../../server/src/jobs/job-queue.js';
import { createHandlers } from '../../../server/src/jobs/start-jobs.js';
import { workThrough, type WorkOptions } from '../../../server/src/jobs/work-through.js';
import { databaseKinds } from './databases.js';

/** PostgreSQL where it is installed, which opens quickly; PGlite elsewhere. */
export const openDatabase = (): Promise<Database> =>
  databaseKinds
    .filter(({ isHere }) => isHere)
    .at(-1)!
    .open();

/** A port that takes everything, unless `refuse` throws. */
export class RecordingPort implements DeliveryPort {
  readonly taken: Parcel[] = [];
  refuse: (parcel: Parcel) => Promise<void> | void = () => undefined;

  async send(parcel: Parcel): Promise<{ providerId: string }> {
    await this.refuse(parcel);
    this.taken.push(parcel);
    return { providerId: `provider-${this.taken.length}` };
  }
}

export const message = (changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: 'm-1',
  channel: 'email',
  to: 'rosa@example.org',
  subject: 'Thank you',
  text: 'You signed up.',
  createdAt: '2026-03-01T12:00:00.000Z',
  ...changes,
});

const rethrow = (error: unknown): never => {
  throw error as Error;
};

/** An installation with two organizations, whose clock stands until somebody moves it. */
export interface MessageWorld {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly now: () => Date;
  add(message: OutgoingMessage, orgId?: string): Promise<void>;
  /** Does what is due, as one process would, with these ports; what nobody foresaw is thrown, unless it is reported. */
  work(ports: DeliveryPorts, options?: Pick<WorkOptions, 'lanes' | 'report'>): Promise<number>;
  /** Lets time pass: for the clock, and for the queue, which looks at the clock of the database. */
  pass(seconds: number): Promise<void>;
  row(id: string, orgId?: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

export async function openMessageWorld(open = openDatabase): Promise<MessageWorld> {
  const database = await open();
  for (const org_id of ['one', 'two'])
    await database.inOrganization(org_id, 'write', (rows) =>
      rows.insertInto('campaigns').values({ org_id, revision: '1', body: '{}' }).execute(),
    );
  const queue = await openJobQueue({ database, tidiesItself: false });
  let time = Date.parse('2026-03-01T12:00:00Z');
  const now = () => new Date(time);
  return {
    database,
    queue,
    now,
    add: (added, orgId = 'one') =>
      database.inOrganization(orgId, 'write', (rows) => addMessage(rows, orgId, added)),
    work: (ports, { lanes = 4, report = rethrow } = {}) =>
      workThrough({ queue, lanes, handlers: createHandlers({ database, ports, now, report }), report }),
    pass: async (seconds) => {
      time += seconds * 1000;
      await sql`
        update pgboss.job set start_after = start_after - make_interval(secs => ${seconds}),
          started_on = started_on - make_interval(secs => ${seconds})`.execute(database.owner);
      await queue.tidy();
    },
    row: (id, orgId = 'one') =>
      database.inOrganization(orgId, 'read', (rows) =>
        rows.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      ),
    close: async () => {
      await queue.close();
      await database.close();
    },
  };
}
