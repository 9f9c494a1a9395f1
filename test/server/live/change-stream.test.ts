import { afterEach, describe, expect, it } from 'vitest';

import type { Listening } from '../../../server/src/http/listen.js';
import {
  asJson,
  asStaff,
  asVisitor,
  asVolunteer,
  newAction,
  openWorld,
  type HttpWorld,
  type WorldOptions,
} from '../http/http-world.js';
import { EventReader } from './event-reader.js';

const STREAM = '/v1/changes/stream';
const opened: EventReader[] = [];

afterEach(async () => {
  for (const reader of opened.splice(0)) await reader.leave().catch(() => undefined);
});

async function open(world: Pick<HttpWorld, 'ask'>, headers: Record<string, string>): Promise<EventReader> {
  const response = await world.ask(STREAM, { headers });
  expect(response.status).toBe(200);
  const reader = new EventReader(response.body!);
  opened.push(reader);
  await reader.until(({ events }) => events.length > 0);
  return reader;
}

async function create(
  { ask }: Pick<HttpWorld, 'ask'>,
  headers: Record<string, string> = asStaff,
): Promise<string> {
  const response = await ask('/v1/actions', asJson(newAction, headers));
  expect(response.status).toBe(200);
  return ((await response.json()) as { id: string }).id;
}

const heard = ({ events }: EventReader) => events.flatMap(({ changes }) => changes);

describe('a stream of changes', () => {
  it('says where it begins, then what changes: which action to organizers, only what about to others', async () => {
    const world = await openWorld();
    const [staff, volunteer, visitor] = await Promise.all([
      open(world, asStaff),
      open(world, asVolunteer),
      open(world, asVisitor),
    ]);
    expect(staff.events[0]).toEqual({ id: expect.stringMatching(/./) as string, changes: [] });
    expect(staff.retries).toHaveLength(1);
    const id = await create(world);
    for (const reader of [staff, volunteer, visitor])
      await reader.until((reached) => heard(reached).length > 0);
    expect(heard(staff)).toEqual([{ topic: 'actions', actionId: id }]);
    expect(heard(volunteer)).toEqual([{ topic: 'actions', actionId: null }]);
    expect(heard(visitor)).toEqual([{ topic: 'actions', actionId: null }]);
  });

  it('says nothing to another organization', async () => {
    const world = await openWorld();
    const outside = await open(world, { authorization: 'Bearer outside-staff' });
    const inside = await open(world, asStaff);
    await create(world);
    await inside.until((reader) => heard(reader).length > 0);
    const own = await create(world, { authorization: 'Bearer outside-staff' });
    await outside.until((reader) => heard(reader).length > 0);
    expect(heard(outside)).toEqual([{ topic: 'actions', actionId: own }]);
  });

  it('goes on after the last event, without a gap and without a repetition', async () => {
    const world = await openWorld();
    const first = await open(world, asStaff);
    const ids = [await create(world)];
    await first.until((reader) => heard(reader).length > 0);
    await first.leave();
    ids.push(await create(world), await create(world));
    const second = await open(world, { ...asStaff, 'last-event-id': first.lastId });
    ids.push(await create(world));
    await second.until((reader) => heard(reader).length >= 3);
    expect([...heard(first), ...heard(second)].map(({ actionId }) => actionId)).toEqual(ids);
    await second.leave();
    const third = await open(world, { ...asStaff, 'last-event-id': second.lastId });
    expect(heard(third)).toEqual([]);
  });

  it('tells to load everything where the last event is not known', async () => {
    const reader = await open(await openWorld(), { ...asVisitor, 'last-event-id': 'from elsewhere' });
    expect(heard(reader).map(({ topic }) => topic)).toEqual(['actions', 'results']);
  });

  it('is for nobody without a valid token, and for no more than there are seats', async () => {
    const world = await openWorld({ live: { seats: 1 } });
    expect((await world.ask(STREAM, { headers: { authorization: 'Bearer expired' } })).status).toBe(401);
    const only = await open(world, asVisitor);
    const refused = await world.ask(STREAM, { headers: asVisitor });
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(5);
    await only.leave();
    expect(world.parts.live.count()).toBe(0);
    await open(world, asVisitor);
  });

  it('shows signs of life, and ends after a while, so that everybody says anew who they are', async () => {
    const reader = await open(await openWorld({ live: { heartbeat: 10, longest: 60 } }), asVisitor);
    await reader.ended;
    expect(reader.comments.length).toBeGreaterThan(1);
  });

  it('is refused with a problem where the backend fails', async () => {
    const world = await openWorld({ spoil: () => () => Promise.reject(new Error('gone')) });
    expect((await world.ask(STREAM, { headers: asVisitor })).status).toBe(500);
    expect(world.parts.live.count()).toBe(0);
  });
});

describe('a stream over a real connection', () => {
  const running: Listening[] = [];
  afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

  async function start(options: WorldOptions = {}) {
    const world = await openWorld(options);
    const server = await world.start();
    running.push(server);
    const ask: HttpWorld['ask'] = (path, init) => fetch(server.url + path, init);
    return { ...world, ask, server };
  }

  it('may be kept, changed or held back by nobody on the way', async () => {
    const { ask } = await start();
    const response = await ask(STREAM, { headers: asVisitor });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    await response.body!.cancel();
  });

  it('ends when the server ends, with a word when to come back', async () => {
    const world = await start();
    const reader = await open(world, asVisitor);
    await world.server.close();
    await reader.ended;
    expect(reader.retries).toHaveLength(2);
    expect(Math.min(...reader.retries)).toBeGreaterThanOrEqual(1000);
  });

  it('is let go when the other end is gone', async () => {
    const world = await start();
    const reader = await open(world, asVisitor);
    await reader.leave();
    await expect.poll(() => world.parts.live.count()).toBe(0);
  });
});
