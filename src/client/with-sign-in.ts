import type { SignInSession } from './sign-in-session.js';
import type { Fetch } from './with-session.js';

/**
 * Sends the token of whoever has signed in, instead of a guest id. A token that the backend no longer takes is
 * forgotten: the call is refused, so that nothing is done as somebody else, and the next one is a visitor's.
 */
export const withSignIn =
  (fetch: Fetch, session: Pick<SignInSession, 'getToken' | 'end'>): Fetch =>
  async (url, init) => {
    const token = await session.getToken();
    if (token === undefined) return fetch(url, init);
    const headers = new Headers(init.headers);
    headers.delete('groundswell-guest');
    headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(url, { ...init, headers });
    if (response.status === 401) session.end(token);
    return response;
  };
