import { contract } from '@groundswell/elements/contract';

import { API_PATH } from '../http/api-document.js';
import type { Refresh } from '../identity/refresh-session.js';

/** Adds and takes away the cookie by which organizers on pages of this server stay signed in. */
export async function keepSignedIn(
  refresh: Refresh,
  request: Request,
  response: Response,
): Promise<Response> {
  switch (new URL(request.url).pathname) {
    case API_PATH + contract['signIn.exchange'].path:
      return refresh.withCookie(request, response);
    case API_PATH + contract['signIn.end'].path:
      return response.ok ? refresh.withoutCookie(response) : response;
    default:
      return response;
  }
}
