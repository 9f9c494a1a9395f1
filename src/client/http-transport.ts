import type { Route } from '../contract/call.js';
import type { Transport } from '../contract/client.js';
import { ClientError, isAbort } from '../contract/client-error.js';
import { encodeCall } from '../http/encode-call.js';
import { readFailure } from '../http/read-failure.js';
import { lazyChanges } from './lazy-changes.js';
import { withDeadline } from './with-deadline.js';
import { withRetry, type RetryOptions } from './with-retry.js';
import { withSession, type Fetch, type SessionOptions } from './with-session.js';

export interface HttpTransportOptions extends SessionOptions {
  /** Where the backend is: `https://api.example.org/v1`, or a path on the page's own origin such as `/api`. */
  readonly baseUrl: string;
  /** What sends; the platform's own unless told. Cookies are never sent. */
  readonly fetch?: Fetch;
  /** How long one answer may take, in milliseconds; 15,000 unless told. */
  readonly timeout?: number;
  /** How passing failures are met; `false` for not at all. */
  readonly retry?: RetryOptions | false;
  /**
   * Whether to ask for a stream of changes while somebody listens; true unless told. Where the backend has none, it is
   * asked again and again instead.
   */
  readonly live?: boolean;
  /** How often to ask for changes where there is no stream, in milliseconds; 5,000 unless told. */
  readonly pollInterval?: number;
}

/**
 * Reaches a backend that speaks the published API.
 *
 * @throws TypeError where `baseUrl` is neither http(s) nor a path on the page's own origin.
 */
export function httpTransport(options: HttpTransportOptions): Transport {
  const { timeout = 15_000, retry = {} } = options;
  const base = resolveBase(options.baseUrl);
  const fetch = withSession(options.fetch ?? ((url, init) => globalThis.fetch(url, init)), options);
  const send: Transport['send'] = async (operation, input, { signal, key }) => {
    const { path, ...init } = encodeCall(operation, input, key);
    try {
      return await withDeadline(timeout, signal, async (both) =>
        readAnswer(await fetch(base + path, { ...init, signal: both, credentials: 'omit' })),
      );
    } catch (error) {
      throw error instanceof ClientError || isAbort(error) || signal?.aborted === true
        ? error
        : new ClientError('offline', {}, { cause: error });
    }
  };
  const transport: Transport = {
    send,
    subscribe: lazyChanges(
      (signal) => send(WHERE_CHANGES_ARE, {}, { signal }),
      async (following) =>
        (await import('./live-changes.js')).followChanges({ send, fetch, base, options }, following),
    ),
    upload: async (...file) =>
      (await import('./upload-media.js')).uploadMedia({ base, fetch, options }, ...file),
  };
  return retry === false ? transport : withRetry(transport, retry);
}

/** `changes.list` without its shape, which only those carry who read the answer. */
const WHERE_CHANGES_ARE = { name: 'changes.list', method: 'GET', path: '/changes' } as Route;

/** The base address, absolute and without the slash at its end. */
function resolveBase(baseUrl: string): string {
  const here = (globalThis as { readonly location?: { readonly origin: string } }).location?.origin;
  const url = URL.canParse(baseUrl, here) ? new URL(baseUrl, here) : undefined;
  const isOurs = /^\/(?!\/)/.test(baseUrl) && url?.origin === here;
  if (url === undefined || !(isOurs || /^https?:\/\//i.test(baseUrl)))
    throw new TypeError('baseUrl must be http(s), or a path with one slash in front.');
  return url.origin + url.pathname.replace(/\/+$/, '');
}

async function readAnswer(response: Response): Promise<unknown> {
  const body = parse(await response.text());
  if (!response.ok) throw readFailure(response.status, body, response.headers.get('retry-after'), Date.now());
  // A sign-in page of a network, a proxy's notice, an answer cut off: not from the backend, or not all of it.
  if (body === undefined) throw new ClientError('unavailable');
  return body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
