import { ClientError } from '../contract/client-error.js';

/** As much of `fetch` as is needed here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Who is asking, as the page knows it. */
export interface SessionOptions {
  /**
   * A token of the person who is signed in, or `undefined` for nobody. Asked for once and again after a 401; kept in
   * memory only. Another person needs another client.
   */
  readonly getToken?: () => Promise<string | undefined>;
  /** The key of the organization that a page is for. It is no secret; a backend of one organization needs none. */
  readonly publishableKey?: string | undefined;
  /** A random id that the device keeps for a person without an account. Not sent beside a token. */
  readonly guestId?: string | undefined;
  /** The language that a backend should choose where it has several, as a BCP 47 tag. */
  readonly language?: string | undefined;
}

/** Says who is asking, and asks once more with a new token where the backend no longer takes the old one. */
export function withSession(
  fetch: Fetch,
  { getToken, publishableKey, guestId, language }: SessionOptions,
): Fetch {
  let kept: Promise<string | undefined> | undefined;
  const currentToken = async (): Promise<string | undefined> => {
    const asked = (kept ??= askFor(getToken));
    const token = await asked.catch((error: unknown) => {
      if (kept === asked) kept = undefined;
      throw error;
    });
    // Nobody is signed in yet: worth asking again at the next call.
    if (token === undefined && kept === asked) kept = undefined;
    return token;
  };
  const send = (url: string, init: RequestInit, token: string | undefined) => {
    const headers = new Headers(init.headers);
    if (publishableKey !== undefined) headers.set('groundswell-key', publishableKey);
    if (language !== undefined) headers.set('accept-language', language);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    else if (guestId !== undefined) headers.set('groundswell-guest', guestId);
    return fetch(url, { ...init, headers });
  };
  return async (url, init) => {
    const token = await currentToken();
    const source = kept;
    const response = await send(url, init, token);
    if (response.status !== 401 || getToken === undefined) return response;
    // Unless another call has asked for a new one in the meantime.
    if (kept === source) kept = undefined;
    const renewed = await currentToken();
    return renewed === undefined || renewed === token ? response : send(url, init, renewed);
  };
}

/** A host that cannot reach its own server is offline; one that fails otherwise has nobody signed in. */
async function askFor(getToken: SessionOptions['getToken']): Promise<string | undefined> {
  try {
    return await getToken?.();
  } catch (cause) {
    throw new ClientError(cause instanceof TypeError ? 'offline' : 'unauthenticated', {}, { cause });
  }
}
