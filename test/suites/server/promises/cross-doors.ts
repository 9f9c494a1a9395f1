import { createAction } from '../../../../src/contract/index.js';
import { formatRefreshCookie } from '../../../../server/src/identity/refresh-cookie.js';
import { startChain } from '../../../../server/src/identity/refresh-chain.js';
import { addUpload } from '../../../../server/src/media/media-rows.js';
import { actionIdOf } from './organization-data.js';
import type { PromiseWorld, WorldOrganization } from './promise-world.js';

const BASE = 'http://localhost:8080';

/**
 * The doors that are not operations of the contract, and what goes along with calls that are: uploads, files, the cookie
 * that keeps organizers signed in, idempotency keys, ids of guests, and streams.
 *
 * @returns What was found wrong, and how many ways were tried.
 */
export async function tryOtherDoors(world: PromiseWorld): Promise<{ tried: number; findings: string[] }> {
  const findings: string[] = [];
  let tried = 0;
  const [own, other] = world.organizations;
  if (own === undefined || other === undefined) throw new Error('It takes two organizations.');
  await world.signAnew();
  for (const door of DOORS) {
    tried += 1;
    const found = await door(world, own, other);
    if (found !== undefined) findings.push(`${door.name}: ${found}`);
  }
  return { tried, findings };
}

type Door = (
  world: PromiseWorld,
  own: WorldOrganization,
  other: WorldOrganization,
) => Promise<string | undefined>;

const DOORS: readonly Door[] = [
  foreignUpload,
  foreignFile,
  foreignCookie,
  cookieOfAnother,
  repeatedKey,
  foreignGuest,
  foreignVersion,
  foreignStream,
];

async function foreignUpload(world: PromiseWorld, own: WorldOrganization, other: WorldOrganization) {
  const id = 'upload-of-another';
  await addUpload(
    world.database,
    {
      ...{ org_id: other.id, id, state: 'uploading', purpose: 'hero', bytes: 1000 },
      ...{ type: null, width: null, height: null, sha256: null, created_by: `${other.id}-staff` },
      ...{ created_at: new Date().toISOString(), expires_at: '2999-01-01T00:00:00.000Z' },
    },
    100,
  );
  const types = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
  for (const method of ['GET', 'HEAD', 'PATCH', 'DELETE']) {
    const headers = { ...own.headersOf('staff'), 'tus-resumable': '1.0.0', ...types };
    const body = method === 'PATCH' ? new Uint8Array(10) : undefined;
    const request = new Request(`${BASE}/v1/media/${id}`, { method, headers, ...(body && { body }) });
    const { status } = await world.server.fetch(request);
    if (status !== 404) return `${method} was answered ${status}`;
  }
  return undefined;
}

async function foreignFile(world: PromiseWorld, own: WorldOrganization, other: WorldOrganization) {
  const id = 'file-of-another';
  await world.database.inOrganization(other.id, 'write', (rows) =>
    rows
      .insertInto('media')
      .values({
        ...{ org_id: other.id, id, state: 'ready', purpose: 'hero', bytes: 1000, type: 'image/png' },
        ...{ width: 1, height: 1, sha256: 'x', created_by: `${other.id}-staff` },
        ...{ created_at: new Date().toISOString(), expires_at: null },
      })
      .execute(),
  );
  const { status } = await world.server.fetch(new Request(`${BASE}/media/${own.id}/${id}`));
  return status === 404 ? undefined : `was answered ${status}`;
}

/** A page of our own that asks to stay signed in. */
const refresh = (world: PromiseWorld, cookie: string, who: Readonly<Record<string, string>> = {}) =>
  world.server.fetch(
    new Request(`${BASE}/v1/session/refresh`, {
      method: 'POST',
      headers: {
        ...who,
        origin: BASE,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        cookie,
      },
      body: '{}',
    }),
  );

async function cookieOf(world: PromiseWorld, { id }: WorldOrganization): Promise<string> {
  const now = () => new Date();
  const chain = await startChain({ database: world.database, now }, id, `${id}-staff`);
  if (chain === undefined) throw new Error('There is no session to go on with.');
  return formatRefreshCookie(chain.token, chain.expiresAt, now()).split(';', 1)[0] ?? '';
}

/** The cookie of one's own with the name of another organization in it. */
async function foreignCookie(world: PromiseWorld, own: WorldOrganization, other: WorldOrganization) {
  const cookie = await cookieOf(world, own);
  const forged = await refresh(world, cookie.replace(`.${own.id}.`, `.${other.id}.`));
  if (forged.status !== 401) return `a forged one was answered ${forged.status}`;
  const honest = await refresh(world, cookie);
  return honest.status === 200 ? undefined : `the honest one was answered ${honest.status}`;
}

/** The cookie decides, whatever else comes with it. */
async function cookieOfAnother(world: PromiseWorld, own: WorldOrganization, other: WorldOrganization) {
  const response = await refresh(world, await cookieOf(world, own), other.headersOf('staff'));
  const { token } = (await response.json()) as { readonly token?: string };
  const said = Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString();
  return said.includes(`"org":"${own.id}"`) ? undefined : `signed a token for somebody else: ${said}`;
}

const create = (world: PromiseWorld, { headersOf }: WorldOrganization, title: string, key: string) =>
  world.server.fetch(
    new Request(`${BASE}/v1${createAction.path}`, {
      method: 'POST',
      headers: { ...headersOf('staff'), 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ content: { kind: 'survey', title } }),
    }),
  );

async function repeatedKey(world: PromiseWorld, own: WorldOrganization, other: WorldOrganization) {
  const made = (await (await create(world, other, 'Same', 'the-same-key')).json()) as { readonly id: string };
  for (const title of ['Same', 'Changed']) {
    const response = await create(world, own, title, title === 'Same' ? 'the-same-key' : 'the-other-key');
    const answer = (await response.json()) as { readonly id?: string; readonly campaignId?: string };
    if (response.status !== 200 || answer.id === made.id || answer.campaignId !== own.id)
      return `was answered ${response.status} ${JSON.stringify(answer)}`;
  }
  await create(world, other, 'Mine', 'a-third-key');
  const changed = await create(world, own, 'Not mine', 'a-third-key');
  return changed.status === 200 ? undefined : `another body was answered ${changed.status}`;
}

/** Whoever has the id of a guest of another organization has done nothing here. */
async function foreignGuest(world: PromiseWorld, own: WorldOrganization, other: WorldOrganization) {
  const start = (org: WorldOrganization, guest: string) =>
    world.server.fetch(
      new Request(`${BASE}/v1/perform/${actionIdOf(org.id, 'survey', 'published')}/start`, {
        method: 'POST',
        headers: {
          ...org.headersOf('visitor'),
          'groundswell-guest': guest,
          'content-type': 'application/json',
        },
        body: '{}',
      }),
    );
  await start(other, 'one-guest');
  const url = `${BASE}/v1/feed/${actionIdOf(own.id, 'survey', 'published')}`;
  const headers = { ...own.headersOf('visitor'), 'groundswell-guest': 'one-guest' };
  const answer = (await (await world.server.fetch(new Request(url, { headers }))).json()) as {
    readonly engagement: { readonly startedAt: string | null };
  };
  return answer.engagement.startedAt === null ? undefined : 'had started here too';
}

/** The version of another organization's action says nothing about one's own. */
async function foreignVersion(world: PromiseWorld, own: WorldOrganization, other: WorldOrganization) {
  const [kind, status] = ['survey', 'published'] as const;
  await world.database.inOrganization(other.id, 'write', (rows) =>
    rows
      .updateTable('actions')
      .set({ version: 77 })
      .where('org_id', '=', other.id)
      .where('id', '=', actionIdOf(other.id, kind, status))
      .execute(),
  );
  const response = await world.server.fetch(
    new Request(`${BASE}/v1/actions/${actionIdOf(own.id, kind, status)}/featured`, {
      method: 'PUT',
      headers: { ...own.headersOf('staff'), 'content-type': 'application/json', 'if-match': '"77"' },
      body: '{"featured":true}',
    }),
  );
  const text = await response.text();
  if (text.includes(other.id)) return `was answered with something of ${other.id}`;
  return response.status === 412 ? undefined : `was answered ${response.status}`;
}

/** A stream tells what happens in its own organization, also where it is asked to go on from another's place. */
async function foreignStream(world: PromiseWorld, own: WorldOrganization, other: WorldOrganization) {
  const theirs = await openStream(world, other);
  await theirs.next();
  const ours = await openStream(world, own, theirs.lastId());
  const made = (await (await create(world, other, 'Heard there', 'stream-key-1')).json()) as { id: string };
  while (!theirs.text().includes(made.id)) await theirs.next();
  const mine = (await (await create(world, own, 'Heard here', 'stream-key-2')).json()) as { id: string };
  while (!ours.text().includes(mine.id)) await ours.next();
  await Promise.all([theirs.leave(), ours.leave()]);
  const heard = [ours.text().includes(made.id), theirs.text().includes(mine.id)];
  return heard.includes(true) ? `heard what happened elsewhere: ${ours.text()}` : undefined;
}

async function openStream(world: PromiseWorld, { id, headersOf }: WorldOrganization, lastId?: string) {
  const headers = { ...headersOf('staff'), ...(lastId !== undefined && { 'last-event-id': lastId }) };
  const { body } = await world.server.fetch(new Request(`${BASE}/v1/changes/stream`, { headers }));
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    text: () => text,
    lastId: () => /^id: (.+)$/m.exec(text)?.[1],
    next: async () => {
      const { done, value } = await reader.read();
      if (done) throw new Error(`The stream of ${id} ended: ${text}`);
      text += decoder.decode(value, { stream: true });
    },
    leave: () => reader.cancel(),
  };
}
