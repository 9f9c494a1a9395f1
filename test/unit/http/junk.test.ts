import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contract } from '../../../src/contract/contract.js';
import type { Operation } from '../../../src/contract/operation.js';
import { createFetchHandler } from '../../../src/http/fetch-handler.js';
import { recordingDispatch, STAFF } from './recording-dispatch.js';

const { dispatch, calls } = recordingDispatch();
const handle = createFetchHandler({ dispatch, authenticate: () => STAFF });
const HEADERS = { 'content-type': 'application/json', 'idempotency-key': 'key-0123', 'if-match': '"1"' };

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  handle(
    new Request('https://b.example/actions', {
      method: 'POST',
      headers: { ...HEADERS, ...headers },
      body,
      // Node wants to be told that the answer may come before the body has been sent.
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    }),
  );

const draft = (members: string) => `{"content":{"kind":"survey"${members}}}`;
const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

describe('junk at the door', () => {
  it.each<[string, BodyInit, number]>([
    ['ten megabytes', 'x'.repeat(1e7), 413],
    ['one byte too many', `"${'x'.repeat(65_535)}"`, 413],
    ['a hundred thousand brackets', `{"content":${nested(30_000)}}`, 422],
    ['a hundred thousand braces', `{"a":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`, 422],
    ['depth 33', `{"a":${nested(32)}}`, 422],
    ['brackets that never close', '['.repeat(60_000), 400],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
    ['half a character in UTF-8', new Uint8Array([0x22, 0xe2, 0x82]), 400],
    ['a byte order mark in UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), 400],
    ['null', 'null', 422],
    ['a number', '1e999', 422],
    ['a string', '"content"', 422],
    ['NaN', '{"content":NaN}', 400],
    ['a comment', '{/**/}', 400],
    ['the wrong types', '{"content":[1,true,null]}', 422],
    ['numbers for text', draft(',"title":12'), 422],
    ['a prototype', '{"__proto__":{"role":"admin"},"content":{"kind":"survey"}}', 422],
    ['a prototype in disguise', '{"\\u005f_proto__":{},"content":{"kind":"survey"}}', 422],
    ['a prototype deep inside', draft(',"media":{"__proto__":{"x":1}}'), 422],
  ])('%s is refused with a status below 500', async (_, body, status) => {
    const before = calls.length;
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(calls).toHaveLength(before);
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
  });

  it.each<[string, string, string]>([
    ['the last of two equal keys', draft(',"title":"first","title":"second"'), 'second'],
    ['half a character', draft(',"title":"\\ud800"'), '\ud800'],
    ['a zero', draft(',"title":"\\u0000"'), '\u0000'],
    ['a constructor that is only text', draft(',"title":"a","constructor":{"prototype":{"x":1}}'), 'a'],
  ])('%s is taken as it is', async (_, body, title) => {
    expect((await post(body)).status).toBe(200);
    expect(calls.at(-1)?.input).toMatchObject({ content: { title } });
  });

  it('does not believe a length that is too small, and stops reading', async () => {
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 10_000;
        controller.enqueue(new Uint8Array(10_000).fill(0x20));
      },
    });
    expect((await post(body, { 'content-length': '10' })).status).toBe(413);
    expect(read).toBeLessThan(200_000);
  });

  it('is refused where it comes in more pieces than a body has, however small they are', async () => {
    const pieces = (count: number) =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (let piece = 0; piece < count; piece += 1) controller.enqueue(new TextEncoder().encode(' '));
          controller.close();
        },
      });
    expect((await post(pieces(4000))).status).toBe(400);
    expect((await post(pieces(5000))).status).toBe(413);
  });

  it('is refused where a sender goes away in the middle', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"content":'));
        controller.error(new Error('connection reset'));
      },
    });
    expect((await post(body)).status).toBe(400);
  });

  it('never makes a status of 500 or above, whatever is sent where', async () => {
    const operation = fc.constantFrom(...Object.values<Operation>(contract));
    const path = fc.oneof(
      operation.map((one) => one.path.replace(/\{\w+\}/g, 'x1')),
      fc.webPath(),
      fc.string({ unit: 'grapheme' }).map((text) => `/feed/${encodeURIComponent(text)}`),
    );
    const request = fc.record({
      path,
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND'),
      query: fc.oneof(
        fc.webQueryParameters(),
        fc.constantFrom('kinds[]=a', '__proto__=1', 'limit=1e9', '&&=&'),
      ),
      body: fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.uint8Array()),
      ifMatch: fc.constantFrom('"1"', '*', '1', '"999999999999999999"', '""'),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ path, method, query, body, ifMatch }) => {
        const mayHaveBody = method !== 'GET' && method !== 'HEAD';
        const sent = new Request(`https://b.example${path}?${query}`, {
          method,
          headers: { ...HEADERS, 'if-match': ifMatch },
          ...(mayHaveBody && { body: body as BodyInit }),
        });
        const response = await handle(sent);
        expect(response.status).toBeLessThan(500);
        expect(response.headers.get('cache-control')).toBe('no-store');
      }),
      { numRuns: 1000 },
    );
  }, 30_000);
});
