import { createClient } from './client/create-client.js';
import { httpTransport, type HttpTransportOptions } from './client/http-transport.js';
import { lazyOutbox } from './client/outbox/lazy-outbox.js';
import type { Outbox } from './client/outbox/outbox.js';
import type { Client } from './contract/client.js';

export type { HttpTransportOptions } from './client/http-transport.js';
export type { Outbox, OutboxItem, Persistence } from './client/outbox/outbox.js';
export type { RetryOptions } from './client/with-retry.js';
export type { Fetch, SessionOptions } from './client/with-session.js';

export interface HttpClientOptions extends HttpTransportOptions {
  /**
   * Whether writes that may wait are kept on the device until the backend has them; or an outbox of one's own. Loaded
   * when it is wanted, so that it costs nobody else anything.
   */
  readonly outbox?: boolean | Outbox;
  /**
   * Whose writes the outbox keeps: the same for one person every time, and different from everybody else's. Needed
   * beside `getToken`, so that what one person has left behind is never sent as another.
   */
  readonly owner?: string;
}

export interface HttpClient extends Client {
  /** What is kept on this device, where that was asked for. */
  readonly outbox: Promise<Outbox> | undefined;
}

/**
 * A client of a backend that speaks the published API.
 *
 * @throws TypeError where `baseUrl` is neither http(s) nor a path of this origin, or where an outbox has no owner.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const transport = httpTransport(options);
  const outbox = openOutbox(options, () =>
    import('./client/outbox/open-outbox.js').then((module) =>
      module.openOutbox({ transport, owner: ownerOf(options), backend: options.baseUrl }),
    ),
  );
  const client = createClient(transport);
  if (outbox === undefined) return { ...client, outbox };
  return { ...createClient(transport, { outbox: lazyOutbox(outbox, client) }), outbox };
}

function openOutbox({ outbox, owner, getToken }: HttpClientOptions, open: () => Promise<Outbox>) {
  if (outbox === undefined || outbox === false) return undefined;
  if (outbox !== true) return Promise.resolve(outbox);
  if (getToken !== undefined && owner === undefined)
    throw new TypeError('An outbox beside getToken needs an owner.');
  return open();
}

const ownerOf = ({ owner, guestId }: HttpClientOptions): string =>
  owner ?? (guestId === undefined ? 'visitor' : `guest:${guestId}`);
