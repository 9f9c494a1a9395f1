import { SignInSession } from './client/sign-in-session.js';
import { shareChanges } from './client/share-changes.js';
import { withSignIn } from './client/with-sign-in.js';
import type { Fetch } from './client/with-session.js';
import { renewSession } from './contract/calls/sign-in.js';
import type { Callable } from './contract/call.js';
import type { Client } from './contract/client.js';
import type { SessionToken } from './contract/sign-in.js';
import { createHttpClient, type HttpClientOptions } from './http-client.js';

export interface SignInClientOptions extends Omit<HttpClientOptions, 'getToken' | 'outbox' | 'owner'> {
  /** The time; a test may stop it. */
  readonly now?: () => Date;
}

export interface SignInClient extends Client {
  /**
   * The token of whoever has signed in, for what does not go through this client; such as a client with an outbox, which
   * needs to be that person's alone.
   */
  getToken(): Promise<string | undefined>;
}

const BEGINS: ReadonlySet<string> = new Set(['signIn.exchange', 'signIn.renew']);

/**
 * A client over HTTP for pages on which people sign in, with `<volunteer-sign-in>` or a form of one's own: whoever
 * exchanges a code through it is that person from then on, until they sign out or the session is over. The token is in
 * memory alone, and renewed in time.
 *
 * @throws TypeError where `baseUrl` is neither http(s) nor a path of this origin.
 */
export function createSignInClient({ now, ...options }: SignInClientOptions): SignInClient {
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const ownChanges = shareChanges(null);
  const session = new SignInSession({
    now,
    renew: (token) =>
      createHttpClient({ ...options, getToken: () => Promise.resolve(token) }).call(renewSession, {}),
    changed: () => ownChanges.announce({ topic: 'actions', actionId: null }),
  });
  const client = createHttpClient({ ...options, fetch: withSignIn(fetch, session) });
  const call = async (operation: Callable, input: unknown, rest: never): Promise<unknown> => {
    const answer: unknown = await client.call(operation, input, rest);
    if (BEGINS.has(operation.name)) session.begin(answer as SessionToken);
    if (operation.name === 'signIn.end') session.end();
    return answer;
  };
  return {
    call: call as Client['call'],
    submit: (...submission) => client.submit(...submission),
    getToken: () => session.getToken(),
    ...(client.upload && { upload: client.upload }),
    subscribe: (listener) => {
      const stops = [client.subscribe(listener), ownChanges.subscribe(listener)];
      return () => stops.forEach((stop) => stop());
    },
  };
}
