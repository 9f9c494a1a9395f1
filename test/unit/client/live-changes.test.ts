import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// Loaded before, so that fake clocks have no loading to wait for.
import '../../../src/client/live-changes.js';
import { httpTransport, type HttpTransportOptions } from '../../../src/client/http-transport.js';
import type { Fetch } from '../../../src/client/with-session.js';
import type { Change } from '../../../src/contract/changes.js';

const change = (actionId: string): Change => ({ topic: 'actions', actionId });
const encoder = new TextEncoder();

type Opened = ReadableStreamDefaultController<Uint8Array>;

/** A backend with streams, whose changes are numbered; what it answers to a stream can be exchanged. */
class StreamingBackend {
  readonly log: Change[] = [];
  /** The last event of everybody who asked for a stream. */
  readonly streamsAsked: (string | null)[] = [];
  readonly headers: Headers[] = [];
  polls = 0;
  answerStream: (() => Promise<Response>) | undefined;
  isDown = false;
  /** What happens as soon as somebody knows from where changes count. */
  afterPlace: () => void = () => undefined;
  readonly #open = new Set<Opened>();

  get open(): number {
    return this.#open.size;
  }

  readonly fetch: Fetch = (url, init) => {
    const headers = new Headers(init.headers);
    this.headers.push(headers);
    const isStream = url.endsWith('/changes/stream');
    if (isStream) this.streamsAsked.push(headers.get('last-event-id'));
    if (this.isDown) return Promise.reject(new TypeError('fetch failed'));
    if (isStream) return this.answerStream?.() ?? Promise.resolve(this.#stream(headers, init.signal));
    const cursor = new URL(url).searchParams.get('cursor');
    if (cursor !== null) this.polls += 1;
    const changes = cursor === null ? [] : this.log.slice(Number(cursor));
    const answer = Response.json({ cursor: String(this.log.length), changes });
    if (cursor === null) this.afterPlace();
    return Promise.resolve(answer);
  };

  /** Something changes, and everybody who listens is told. */
  happen(...changes: Change[]): void {
    this.log.push(...changes);
    for (const stream of this.#open) stream.enqueue(this.#event(changes));
  }

  /** Ends all streams, as a server does that is started again. */
  restart(): void {
    for (const stream of this.#open) stream.close();
    this.#open.clear();
  }

  #stream(headers: Headers, signal: AbortSignal | null | undefined): Response {
    const from = headers.get('last-event-id');
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#open.add(controller);
        signal?.addEventListener('abort', () => this.#open.delete(controller));
        controller.enqueue(encoder.encode('retry: 1000\n\n'));
        controller.enqueue(this.#event(from === null ? [] : this.log.slice(Number(from))));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  #event(changes: readonly Change[]): Uint8Array {
    return encoder.encode(`id: ${this.log.length}\ndata: ${JSON.stringify({ changes })}\n\n`);
  }
}

function open(options: Partial<HttpTransportOptions> = {}) {
  const backend = new StreamingBackend();
  const transport = httpTransport({
    baseUrl: 'https://b.example/v1',
    fetch: backend.fetch,
    retry: { random: () => 0 },
    ...options,
  });
  const heard: Change[] = [];
  const listen = () => transport.subscribe!((told) => heard.push(told));
  return { backend, listen, heard };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const stream = (text: string, type = 'text/event-stream') =>
  Promise.resolve(new Response(text, { headers: { 'content-type': type } }));

describe('somebody who listens to a backend with streams', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('hears at once, and asks for nothing', async () => {
    const { backend, listen, heard } = open();
    backend.happen(change('before'));
    listen();
    listen();
    await pass(100);
    backend.happen(change('a'), change('b'));
    await pass(0);
    expect(heard).toEqual([change('a'), change('a'), change('b'), change('b')]);
    await pass(30_000);
    expect([backend.polls, backend.streamsAsked]).toEqual([0, ['1']]);
  });

  it('says who they are, and for whom the page is', async () => {
    const { backend, listen } = open({ publishableKey: 'pk_1', guestId: 'guest-1' });
    listen();
    await pass(100);
    const { authorization, ...sent } = Object.fromEntries(backend.headers.at(-1)!);
    expect(authorization).toBeUndefined();
    expect(sent).toEqual({
      accept: 'text/event-stream',
      'groundswell-guest': 'guest-1',
      'groundswell-key': 'pk_1',
      'last-event-id': '0',
    });
  });

  it('misses nothing of what happens while the code for it is on its way', async () => {
    const { backend, listen, heard } = open();
    backend.afterPlace = () => backend.happen(change('early'));
    listen();
    await pass(100);
    expect(heard).toEqual([change('early')]);
  });

  it('goes on where they were after a server was started again, without a gap or a repetition', async () => {
    const { backend, listen, heard } = open();
    listen();
    await pass(100);
    backend.happen(change('a'));
    await pass(0);
    backend.restart();
    backend.happen(change('b'));
    await pass(999);
    expect(heard).toEqual([change('a')]);
    await pass(1);
    expect(heard).toEqual([change('a'), change('b')]);
    expect(backend.streamsAsked).toEqual(['0', '1']);
  });

  it('is patient with a server that is away, and misses nothing', async () => {
    const { backend, listen, heard } = open();
    listen();
    await pass(100);
    backend.isDown = true;
    backend.restart();
    await pass(600_000);
    expect(backend.streamsAsked.length).toBeLessThan(8);
    backend.happen(change('a'));
    backend.isDown = false;
    await pass(60_000);
    expect(heard).toEqual([change('a')]);
    await pass(600_000);
    expect(backend.open).toBe(1);
  });

  it.each<[string, () => Promise<Response>]>([
    ['has none', () => Promise.resolve(new Response('', { status: 404 }))],
    ['answers with a page', () => stream('<h1>Sign in</h1>', 'text/html')],
    [
      'is behind something that holds them back',
      () =>
        Promise.resolve(
          new Response(new ReadableStream({}), { headers: { 'content-type': 'text/event-stream' } }),
        ),
    ],
    ['sends what is no news', () => stream('id: 1\ndata: {"changes": "none"}\n\n')],
    ['sends what is no JSON', () => stream('id: 1\ndata: hello\n\n')],
    ['sends without end', () => stream(`data: ${'a'.repeat(1_100_000)}`)],
  ])('is told by questions instead where it %s', async (_, answer) => {
    const { backend, listen, heard } = open();
    backend.answerStream = answer;
    listen();
    await pass(12_000);
    backend.happen(change('a'));
    await pass(10_000);
    expect(heard).toEqual([change('a')]);
    await pass(600_000);
    expect(backend.streamsAsked).toHaveLength(1);
    expect(backend.polls).toBeGreaterThan(100);
  });

  it('asks while there is no seat, and takes one when there is', async () => {
    const { backend, listen, heard } = open();
    backend.answerStream = () => Promise.resolve(new Response('', { status: 503 }));
    listen();
    await pass(7000);
    backend.happen(change('a'));
    await pass(5000);
    expect(heard).toEqual([change('a')]);
    backend.answerStream = undefined;
    await pass(60_000);
    backend.happen(change('b'));
    await pass(0);
    expect(heard).toEqual([change('a'), change('b')]);
    expect(backend.open).toBe(1);
  });

  it('is told at once again after the network was too slow for a moment', async () => {
    const { backend, listen, heard } = open();
    // No answer at all, which says nothing about whether there are streams.
    backend.answerStream = () =>
      new Promise((_, reject) => setTimeout(reject, 11_000, new TypeError('stopped')));
    listen();
    await pass(12_000);
    backend.answerStream = undefined;
    await pass(60_000);
    backend.happen(change('a'));
    await pass(0);
    expect([heard, backend.open]).toEqual([[change('a')], 1]);
  });

  it('never asks for a stream where the page does not want one', async () => {
    const { backend, listen, heard } = open({ live: false });
    listen();
    await pass(100);
    backend.happen(change('a'));
    await pass(5000);
    expect([heard, backend.streamsAsked]).toEqual([[change('a')], []]);
  });

  it('comes back after a silence that no living server keeps', async () => {
    const { backend, listen } = open();
    listen();
    await pass(44_000);
    expect(backend.streamsAsked).toHaveLength(1);
    await pass(5000);
    expect(backend.streamsAsked).toHaveLength(2);
  });

  it('holds no connection while the page is hidden, and then hears what they have missed', async () => {
    const page = Object.assign(new EventTarget(), { hidden: false });
    vi.stubGlobal('document', page);
    const { backend, listen, heard } = open();
    listen();
    await pass(100);
    expect(backend.open).toBe(1);
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    await pass(60_000);
    expect([backend.open, backend.streamsAsked.length, backend.polls]).toEqual([0, 1, 0]);
    backend.happen(change('a'));
    page.hidden = false;
    await pass(5000);
    expect(heard).toEqual([change('a')]);
  });

  it('leaves nothing behind', async () => {
    const { backend, listen } = open();
    const stops = [listen(), listen()];
    await pass(100);
    for (const stop of stops) stop();
    await pass(0);
    expect([backend.open, vi.getTimerCount()]).toEqual([0, 0]);
    listen()();
    await pass(100);
    expect([backend.open, vi.getTimerCount()]).toEqual([0, 0]);
  });
});
