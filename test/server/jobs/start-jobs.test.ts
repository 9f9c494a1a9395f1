import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

import { startJobs } from '../../../server/src/jobs/start-jobs.js';
import { databaseKinds } from '../../suites/server/databases.js';
import { message, openMessageWorld, RecordingPort } from '../../suites/server/message-world.js';

describe.each(databaseKinds.filter(({ isHere }) => isHere))('the jobs of a process on $name', ({ open }) => {
  it('send a message as soon as it was written, keep house, and stop without leaving anything half done', async () => {
    const world = await openMessageWorld(open);
    const { database, now } = world;
    const email = new RecordingPort();
    const arrived = new Promise<void>((arrive) => {
      email.refuse = () => arrive();
    });
    const report = (error: unknown): never => {
      throw error as Error;
    };
    const jobs = await startJobs({ database, now, ports: { email }, report });
    await world.add(message());
    await arrived;
    await jobs.stop();
    expect(email.taken).toHaveLength(1);
    expect(await world.row('m-1')).toMatchObject({ state: 'sent' });
    const { rows } = await sql<{ state: string }>`
      select state::text from pgboss.job where name = 'messages'`.execute(database.owner);
    expect(rows).toEqual([{ state: 'completed' }]);
    await world.add(message({ id: 'm-2' }));
    expect(await world.row('m-2')).toMatchObject({ state: 'queued', attempts: 0 });
    await world.close();
  });
});
