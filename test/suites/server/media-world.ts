import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Caller } from '@groundswell/elements/contract';

import type { Database } from '../../../server/src/database/database.js';
import { createDiskStorage } from '../../../server/src/media/disk-storage.js';
import { createMediaFiles } from '../../../server/src/media/create-media-files.js';
import { createMediaUploads } from '../../../server/src/media/create-media-uploads.js';
import type { MediaStorage } from '../../../server/src/media/media-storage.js';
import { openDatabase } from './message-world.js';

/** Two organizations, a folder, and a server that takes and shows their files over HTTP. */
export interface MediaWorld {
  readonly database: Database;
  readonly storage: MediaStorage;
  readonly folder: string;
  readonly partsFolder: string;
  /** What nobody foresaw. */
  readonly failures: unknown[];
  readonly url: () => string;
  /** Moves the clock on, in hours. */
  pass(hours: number): void;
  readonly now: () => Date;
  /** Ends the process, as far as anybody outside can tell, and starts another one at the same address. */
  restart(): Promise<void>;
  /** Does something to a request before the server sees it; undefined lets it through. */
  intercept(change: ((request: Request) => Response | undefined) | undefined): void;
  close(): Promise<void>;
}

export type Who = Readonly<Record<string, string>>;

/** What a request must carry to come from this person: `Bearer <organization> <role>`. */
export const as = (orgId: string, role: 'staff' | 'volunteer' | 'visitor' = 'staff'): Who => ({
  authorization: `Bearer ${orgId} ${role}`,
});

function authenticate(request: Request): Promise<Caller | null> {
  const [, campaignId = '', role] = request.headers.get('authorization')?.split(' ') ?? [];
  if (role === 'staff' || role === 'volunteer')
    return Promise.resolve({ role, campaignId, userId: `${role}-of-${campaignId}`, language: 'en' });
  return Promise.resolve(role === 'visitor' ? { role, campaignId, language: 'en' } : null);
}

export async function openMediaWorld(
  makeStorage: (folder: string) => MediaStorage = (folder) => createDiskStorage({ folder }),
): Promise<MediaWorld> {
  const database = await openDatabase();
  for (const org_id of ['one', 'two'])
    await database.inOrganization(org_id, 'write', (rows) =>
      rows.insertInto('campaigns').values({ org_id, revision: '1', body: '{}' }).execute(),
    );
  const root = mkdtempSync(join(tmpdir(), 'groundswell-media-'));
  const [folder, partsFolder] = [join(root, 'files'), join(root, 'parts')];
  const storage = makeStorage(folder);
  const failures: unknown[] = [];
  const report = (error: unknown) => void failures.push(error);
  let time = Date.parse('2026-03-01T12:00:00.000Z');
  const now = () => new Date(time);
  let change: ((request: Request) => Response | undefined) | undefined;
  const start = (port: number): Promise<Server> => {
    const upload = createMediaUploads({ database, storage, partsFolder, authenticate, now, report });
    const show = createMediaFiles({ database, storage, report });
    const fetch = (request: Request) =>
      change?.(request) ?? (new URL(request.url).pathname.startsWith('/v1/media') ? upload : show)(request);
    const listener = getRequestListener(fetch);
    const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
    return new Promise((settle) => server.listen(port, '127.0.0.1', () => settle(server)));
  };
  let server = await start(0);
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    const closed = new Promise((settle) => server.close(settle));
    server.closeAllConnections();
    await closed;
  };
  const isReached = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      async (response) => (await response.body?.cancel(), true),
      () => false,
    );
  return {
    ...{ database, storage, folder, partsFolder, failures, now },
    url: () => `http://127.0.0.1:${port}`,
    pass: (hours) => void (time += hours * 3_600_000),
    restart: async () => {
      await stop();
      server = await start(port);
      // Connections that are kept for later notice one by one that nobody is there any more.
      while (!(await isReached())) await new Promise(setImmediate);
    },
    intercept: (next) => void (change = next),
    close: async () => {
      await stop();
      await database.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Begins an upload by hand. */
export const announce = (
  world: MediaWorld,
  { bytes, purpose = 'hero', who = as('one') }: { bytes: number | string; purpose?: string; who?: Who },
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${world.url()}/v1/media`, {
    method: 'POST',
    headers: {
      ...who,
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes),
      'upload-metadata': `purpose ${Buffer.from(purpose).toString('base64')}`,
      ...headers,
    },
  });

/** Where an upload that was begun goes on; empty where it was not. */
export function addressOf(begun: Response): string {
  const location = begun.headers.get('location');
  return location === null ? '' : new URL(location, begun.url).href;
}

/** Sends some bytes of an upload by hand. */
export const sendPart = (
  address: string,
  offset: number,
  part: Uint8Array,
  who: Who = as('one'),
): Promise<Response> =>
  fetch(address, {
    method: 'PATCH',
    headers: {
      ...who,
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: Buffer.from(part),
  });

/** Sends a whole file at once, and answers what the server said to its last byte. */
export async function sendFile(
  world: MediaWorld,
  file: Uint8Array,
  options: { purpose?: string; who?: Who } = {},
): Promise<Response> {
  const begun = await announce(world, { bytes: file.length, ...options });
  const address = addressOf(begun);
  return address === '' ? begun : sendPart(address, 0, file, options.who);
}
