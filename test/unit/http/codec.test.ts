import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { updateAction } from '../../../src/contract/actions.js';
import { contract } from '../../../src/contract/contract.js';
import { getFeedAction, listFeed } from '../../../src/contract/feed.js';
import type { Operation } from '../../../src/contract/operation.js';
import { recordPerform } from '../../../src/contract/perform.js';
import { decodeCall } from '../../../src/http/decode-call.js';
import { encodeCall } from '../../../src/http/encode-call.js';
import { findRoute } from '../../../src/http/find-route.js';
import { arbitraryInput } from '../../suites/arbitrary-input.js';

const KEY = 'key-0123456789';

/** What a server understands of what a client sends. */
async function travel(operation: Operation, input: unknown) {
  const { path, ...init } = encodeCall(operation, input, operation.idempotent ? KEY : undefined);
  const request = new Request(`https://backend.example${path}`, init);
  const route = findRoute(request.method, new URL(request.url).pathname);
  return { name: route.name, ...(await decodeCall(route, request, 1e6)) };
}

describe('a call on its way to the server', () => {
  it.each(Object.values<Operation>(contract).map((operation) => [operation.name, operation] as const))(
    '%s arrives as it was sent',
    async (name, operation) => {
      await fc.assert(
        fc.asyncProperty(arbitraryInput(operation), async (input) => {
          const arrived = await travel(operation, input);
          expect(arrived.name).toBe(name);
          expect(arrived.key).toBe(operation.idempotent ? KEY : undefined);
          expect(operation.input.parse(arrived.input)).toEqual(operation.input.parse(input));
        }),
        { numRuns: 40 },
      );
    },
    20_000,
  );

  it('keeps text that looks like something else', async () => {
    const { input } = await travel(listFeed, { search: 'true', kinds: ['survey'], limit: 5 });
    expect(input).toEqual({ search: 'true', kinds: ['survey'], limit: 5 });
  });

  it('keeps halves of characters in a body', async () => {
    const content = { kind: 'open_webpage', title: '\ud83d' };
    const { input } = await travel(updateAction, { id: 'a', version: 3, content });
    expect(input).toEqual({ id: 'a', version: 3, content });
  });
});

describe('a call that is put into words for HTTP', () => {
  it('says its version as a condition and not in the body', () => {
    const { path, headers, body } = encodeCall(updateAction, { id: 'a-1', version: 7, limits: undefined });
    expect(path).toBe('/actions/a-1');
    expect(headers).toMatchObject({ 'if-match': '"7"', 'content-type': 'application/json' });
    expect(body).toBe('{}');
  });

  it('repeats the name of a list in the query and leaves out what is not said', () => {
    const { path, body } = encodeCall(listFeed, {
      kinds: ['survey', 'canvassing'],
      cursor: undefined,
      featuredOnly: true,
    });
    expect(path).toBe('/feed?kinds=survey&kinds=canvassing&featuredOnly=true');
    expect(body).toBeUndefined();
  });

  it('does not change what it was given', () => {
    const input = Object.freeze({ id: 'a', version: 1 });
    encodeCall(updateAction, input);
    expect(input).toEqual({ id: 'a', version: 1 });
  });

  it.each(['', '.', '..', '\ud800'])('refuses the id %j, which would lead to another address', (id) => {
    expect(() => encodeCall(getFeedAction, { id })).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        details: { fields: [{ path: 'id', code: 'invalid' }] },
      }),
    );
  });

  it.each([
    ['../session', '/feed/..%2Fsession'],
    ['a?b#c', '/feed/a%3Fb%23c'],
    ['%2e%2e', '/feed/%252e%252e'],
  ])('keeps the id %j one part of the path', (id, path) => {
    expect(encodeCall(getFeedAction, { id }).path).toBe(path);
    expect(new URL(path, 'https://backend.example').pathname).toBe(path);
  });

  it('refuses a key that cannot be a header before anything is sent', () => {
    expect(() => encodeCall(recordPerform, { actionId: 'a' }, 'schlüssel\n')).toThrow(
      expect.objectContaining({ code: 'key-required' }),
    );
  });
});
