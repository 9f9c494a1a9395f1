import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';

import { startWork, type WorkOptions } from '../../../server/src/compose/start-work.js';

/** Takes a port and lets go of it again; any unless told. */
async function tryPort(port = 0): Promise<number> {
  const probe = createServer().listen(port, 'localhost');
  await once(probe, 'listening');
  const taken = (probe.address() as AddressInfo).port;
  probe.close();
  await once(probe, 'close');
  return taken;
}

it('lets go of its port where the database goes away while a server begins', async () => {
  const port = await tryPort();
  const database = { listen: () => Promise.reject(new Error('the database is away')) };
  const place = {
    ...{ host: 'localhost', port, drain: () => undefined },
    fetch: () => Promise.resolve(new Response()),
  };
  const options: WorkOptions = {
    ...{ place, database: database as unknown as WorkOptions['database'], ports: {} },
    ...{ now: () => new Date(), report: () => undefined },
    publishDue: () => Promise.resolve(null),
    media: { sweep: () => Promise.resolve() },
  };
  await expect(startWork(options)).rejects.toThrow('the database is away');
  expect(await tryPort(port)).toBe(port);
});
