import { ProblemError, type ProblemCode } from '@groundswell/elements/contract';

import { networks, type HttpWorld, type Network } from './http-world.js';

/** Something that goes wrong between page and server, and what people read of it. */
export interface Fault {
  readonly what: string;
  readonly network: Network;
  /** Words that are shown; absent where nothing is wrong enough to be said. */
  readonly says?: string;
  /** How long the page waits for an answer, in milliseconds. */
  readonly timeout?: number;
  /** What else is different as long as it lasts. The answer ends it. */
  readonly begin?: (world: HttpWorld) => () => void;
}

const refuse =
  (code: ProblemCode, headers: Record<string, string> = {}): Network =>
  () => {
    const problem = new ProblemError(code).toProblem();
    return Promise.resolve(
      Response.json(problem, {
        status: problem.status,
        headers: { ...headers, 'content-type': 'application/problem+json' },
      }),
    );
  };

/** Something in between answers with a page of its own. */
const page =
  (status: number, text = '<!doctype html><title>It is not you</title><h1>It is us</h1>'): Network =>
  () =>
    Promise.resolve(new Response(text, { status, headers: { 'content-type': 'text/html' } }));

/** The server has done what it was asked to do, and says so in a way that this page does not know. */
const wrongShape: Network = async (_, ask) => {
  const { status } = await ask();
  return Response.json({ hello: 'world' }, { status });
};

/** The connection breaks while the answer arrives. */
const reset: Network = async (_, ask) => {
  const { status, headers } = await ask();
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"items":[')),
    pull: (controller) => controller.error(new TypeError('network error')),
  });
  return new Response(body, { status, headers });
};

/** Every answer takes 90 milliseconds. */
const slow: Network = async (_, ask) => {
  await new Promise((settle) => setTimeout(settle, 90));
  return ask();
};

/** The first attempt of each request fails, the next gets through. */
function flapping(): Network {
  const failed = new Set<string>();
  return ({ method, url }, ask) => {
    const name = `${method} ${url}`;
    if (failed.delete(name)) return ask();
    failed.add(name);
    return Promise.reject(new TypeError('Failed to fetch'));
  };
}

const withoutNetwork = () => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  return () => void Reflect.deleteProperty(navigator, 'onLine');
};

/** The server takes none of the tokens it has given; what people get after that is a new one. */
const expire = (world: HttpWorld) => {
  world.isExpired = true;
  return () => (world.isExpired = false);
};

const OFFLINE = 'You seem to be offline. Nothing was lost.';
const UNREACHABLE = 'The service cannot be reached.';
const OUR_SIDE = 'Something went wrong on our side.';
const OUTDATED = 'This page is out of date. Please reload.';

/** Faults that people must hear of. */
export const loudFaults: readonly (Fault & { readonly says: string })[] = [
  { what: 'the device is offline', network: networks.down, says: OFFLINE, begin: withoutNetwork },
  { what: 'the connection is refused', network: networks.down, says: OFFLINE },
  { what: 'the connection breaks in the middle', network: reset, says: OFFLINE },
  { what: 'the answer is lost after the server accepted', network: networks.answerLost, says: OFFLINE },
  { what: 'the server fails (500)', network: refuse('internal'), says: OUR_SIDE },
  { what: 'something on the way fails (500, HTML)', network: page(500), says: OUR_SIDE },
  { what: 'a proxy cannot reach the server (502, HTML)', network: page(502), says: UNREACHABLE },
  {
    what: 'the server is busy (503)',
    network: refuse('unavailable', { 'retry-after': '1' }),
    says: UNREACHABLE,
  },
  {
    what: 'it was too much at once (429)',
    network: refuse('rate-limited', { 'retry-after': '1' }),
    says: 'Too much at once.',
  },
  { what: 'the session has ended (401)', network: networks.up, says: 'Please sign in', begin: expire },
  { what: 'it is not allowed (403)', network: refuse('forbidden'), says: 'You do not have permission' },
  {
    what: 'it is not there (404)',
    network: refuse('not-found'),
    says: 'This is gone, or not meant for you.',
  },
  { what: 'it is gone (410)', network: refuse('gone'), says: 'This action is no longer available.' },
  { what: 'the answer is cut off', network: networks.answerCut, says: UNREACHABLE },
  { what: 'the answer is of the wrong shape', network: wrongShape, says: OUTDATED },
  { what: 'a sign-in page of the network answers (200, HTML)', network: page(200), says: UNREACHABLE },
  {
    what: 'nobody ever answers',
    network: () => new Promise(() => undefined),
    says: 'There is no answer yet.',
    timeout: 60,
  },
];

/** Faults that pass by themselves. */
export const quietFaults: readonly (() => Fault)[] = [
  () => ({ what: 'the network is slow', network: slow }),
  () => ({ what: 'the network comes and goes', network: flapping() }),
];
