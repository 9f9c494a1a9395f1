import { describe, expect, it } from 'vitest';

import { createHttpClient } from '../../../src/http-client.js';
import type { UploadOptions } from '../../../src/contract/client.js';
import type { ClientError } from '../../../src/contract/client-error.js';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly token: string | null;
}

type Answer = Response | Error | undefined;

interface Given {
  readonly host?: string;
  readonly file?: Blob;
  /** Takes the origins that are asked. */
  readonly hosts?: string[];
}

/** A backend that takes one file, as the protocol says, and fails as it is told to. */
function openBackend(size: number, { host = 'https://api.example.org', hosts = [], ...given }: Given = {}) {
  const sent: Sent[] = [];
  let offset = 0;
  let isThere = true;
  let fail: (request: Sent, count: number) => Answer = () => undefined;
  const answer = (method: string, body: Blob | undefined): Response => {
    if (method === 'POST') {
      [offset, isThere] = [0, true];
      return new Response(null, { status: 201, headers: { location: '/v1/media/file-1' } });
    }
    if (!isThere) return problem(404, 'not-found');
    if (method === 'DELETE') isThere = false;
    if (method === 'PATCH') offset += body?.size ?? 0;
    if (method === 'GET') return Response.json(MEDIA);
    return new Response(null, { status: 204, headers: { 'upload-offset': String(offset) } });
  };
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    const request = {
      method: init.method ?? 'GET',
      path: new URL(url).pathname,
      token: new Headers(init.headers).get('authorization'),
    };
    sent.push(request);
    hosts.push(new URL(url).origin);
    const failure = fail(request, sent.filter(({ method }) => method === request.method).length);
    if (failure instanceof Error) return Promise.reject(failure);
    return Promise.resolve(failure ?? answer(request.method, init.body as Blob | undefined));
  };
  const waits: number[] = [];
  const client = createHttpClient({
    baseUrl: `${host}/v1`,
    fetch,
    getToken: () => Promise.resolve('token-1'),
    retry: { attempts: 4, random: () => 1, sleep: (time) => Promise.resolve(void waits.push(time)) },
  });
  const { file = new Blob([new Uint8Array(size)]) } = given;
  const shares: number[] = [];
  const send = (options: Partial<UploadOptions> = {}) =>
    client.upload!(file, { purpose: 'hero', onProgress: (share) => shares.push(share), ...options });
  return {
    ...{ sent, waits, shares, send, file },
    methods: () => sent.map(({ method }) => method).join(' '),
    failOn: (next: typeof fail) => void (fail = next),
    forget: () => void (isThere = false),
  };
}

const MEDIA = {
  ...{ id: 'file-1', url: 'https://api.example.org/media/one/file-1', type: 'image/png' },
  ...{ bytes: 250_000, width: 40, height: 30 },
};

const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ type: `urn:groundswell:problem:${code}`, title: code, status, code }), {
    status,
    headers,
  });

const lost = () => new TypeError('Failed to fetch');
const codeOf = (sending: Promise<unknown>) =>
  sending.then(String, (error: unknown) => (error as ClientError).code);

describe('a file', () => {
  it('is sent in pieces, by the person who is signed in, and shows how far it is', async () => {
    const backend = openBackend(250_000);
    expect(await backend.send()).toEqual(MEDIA);
    expect(backend.methods()).toBe('POST PATCH PATCH PATCH GET');
    expect(backend.shares).toEqual([0, 0.4, 0.8, 1]);
    expect(new Set(backend.sent.map(({ token }) => token))).toEqual(new Set(['Bearer token-1']));
    expect(backend.sent.map(({ path }) => path).slice(0, 2)).toEqual(['/v1/media', '/v1/media/file-1']);
  });

  it('goes on from where the backend says it is, after the network was lost', async () => {
    const backend = openBackend(250_000);
    backend.failOn(({ method }, count) => (method === 'PATCH' && count === 2 ? lost() : undefined));
    expect(await backend.send()).toEqual(MEDIA);
    expect(backend.methods()).toBe('POST PATCH PATCH HEAD PATCH PATCH GET');
    expect(backend.waits).toEqual([500]);
  });

  it.each([
    ['a full backend', () => problem(503, 'unavailable')],
    ['two at once', () => problem(409, 'in-progress')],
    ['a proxy that gave up', () => new Response('<html>', { status: 502 })],
  ])('is sent again after %s', async (_, failure) => {
    const backend = openBackend(50_000);
    backend.failOn(({ method }, count) => (method === 'PATCH' && count === 1 ? failure() : undefined));
    expect(await backend.send()).toEqual(MEDIA);
  });

  it('waits as long as it is asked to', async () => {
    const backend = openBackend(50_000);
    const busy = () => problem(429, 'rate-limited', { 'retry-after': '7' });
    backend.failOn(({ method }, count) => (method === 'POST' && count === 1 ? busy() : undefined));
    await backend.send();
    expect(backend.waits).toEqual([7500]);
  });

  it('waits longer each time, gives up, and goes on there when it is sent again', async () => {
    const backend = openBackend(250_000);
    let isAway = false;
    backend.failOn(({ method }, count) => {
      isAway ||= method === 'PATCH' && count === 2;
      return isAway ? lost() : undefined;
    });
    expect(await codeOf(backend.send())).toBe('offline');
    expect(backend.waits).toEqual([500, 1000, 2000]);
    backend.failOn(() => undefined);
    backend.sent.length = 0;
    expect(await backend.send()).toEqual(MEDIA);
    expect(backend.methods()).toBe('HEAD PATCH PATCH GET');
  });

  it('does not give up as long as it gets further', async () => {
    const backend = openBackend(1_000_000);
    backend.failOn(({ method }, count) => (method === 'PATCH' && count % 2 === 0 ? lost() : undefined));
    expect(await backend.send()).toEqual(MEDIA);
    expect(new Set(backend.waits)).toEqual(new Set([500]));
  });

  it('begins anew where the backend has let go of it', async () => {
    const backend = openBackend(150_000);
    backend.failOn(({ method }, count) => {
      if (method !== 'PATCH' || count !== 2) return undefined;
      backend.forget();
      return lost();
    });
    expect(await backend.send()).toEqual(MEDIA);
    expect(backend.methods()).toBe('POST PATCH PATCH HEAD POST PATCH PATCH GET');
  });

  it.each([
    ['too-large', 413],
    ['invalid-input', 422],
    ['forbidden', 403],
  ])('is not sent again where it is refused as %s', async (code, status) => {
    const backend = openBackend(50_000);
    backend.failOn(({ method }) => (method === 'PATCH' ? problem(status, code) : undefined));
    expect(await codeOf(backend.send())).toBe(code);
    expect(backend.methods()).toBe('POST PATCH');
    backend.failOn(() => undefined);
    await backend.send();
    expect(backend.methods()).toBe('POST PATCH POST PATCH GET');
  });

  it.each([404, 405, 501])('has no place where a backend takes no files: %d', async (status) => {
    const backend = openBackend(50_000);
    backend.failOn(() => new Response(null, { status }));
    expect(await codeOf(backend.send())).toBe('unsupported');
  });

  it('is taken back when it is stopped', async () => {
    const backend = openBackend(250_000);
    const stop = new AbortController();
    backend.failOn(({ method }, count) => {
      if (method === 'PATCH' && count === 2) stop.abort();
      return undefined;
    });
    await expect(backend.send({ signal: stop.signal })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
    expect(backend.methods()).toBe('POST PATCH PATCH DELETE');
  });

  it('stops where somebody is told how far it is and has seen enough', async () => {
    const backend = openBackend(250_000);
    const stop = new AbortController();
    const onProgress = (share: number) => {
      if (share > 0.3) stop.abort();
    };
    await expect(backend.send({ signal: stop.signal, onProgress })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
    expect(backend.methods()).toBe('POST PATCH DELETE');
  });

  it('is not waited for longer than anybody would', async () => {
    const backend = openBackend(50_000);
    backend.failOn(() => problem(429, 'rate-limited', { 'retry-after': '3600' }));
    expect(await codeOf(backend.send())).toBe('rate-limited');
    expect(backend.waits).toEqual([]);
  });

  it('is not even begun when it was stopped before', async () => {
    const backend = openBackend(10);
    await expect(backend.send({ signal: AbortSignal.abort() })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
    expect(backend.sent).toEqual([]);
  });

  it('goes nowhere but to the backend, whatever that says', async () => {
    const backend = openBackend(10);
    const elsewhere = { location: 'https://evil.example/v1/media/file-1' };
    backend.failOn(({ method }) =>
      method === 'POST' ? new Response(null, { status: 201, headers: elsewhere }) : undefined,
    );
    expect(await codeOf(backend.send())).toBe('broken-contract');
    expect(backend.methods()).toBe('POST');
  });

  it('that was left at one backend says nothing there of who sends it to another', async () => {
    const backend = openBackend(50_000);
    backend.failOn(({ method }) => (method === 'PATCH' ? lost() : undefined));
    expect(await codeOf(backend.send())).toBe('offline');
    backend.failOn(() => undefined);
    const hosts: string[] = [];
    const other = openBackend(50_000, { host: 'https://other.example', file: backend.file, hosts });
    await other.send();
    expect(new Set(hosts)).toEqual(new Set(['https://other.example']));
  });

  it('that was left begins anew where it is for something else', async () => {
    const backend = openBackend(50_000);
    backend.failOn(({ method }) => (method === 'PATCH' ? lost() : undefined));
    expect(await codeOf(backend.send())).toBe('offline');
    backend.failOn(() => undefined);
    backend.sent.length = 0;
    await backend.send({ purpose: 'logo' });
    expect(backend.methods()).toBe('POST PATCH GET');
  });

  it.each([
    ['a script', { ...MEDIA, url: 'javascript:alert(1)' }],
    ['nothing', null],
    ['no type', { ...MEDIA, type: 7 }],
    ['half a pixel', { ...MEDIA, width: 0.5 }],
  ])('is not believed to be %s', async (_, answer) => {
    const backend = openBackend(10);
    backend.failOn(({ method }) => (method === 'GET' ? Response.json(answer) : undefined));
    expect(await codeOf(backend.send())).toBe('broken-contract');
  });
});
