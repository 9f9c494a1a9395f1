import * as z from 'zod/mini';

import { ProblemError, type ProblemCode } from '@groundswell/elements/contract';
import { ANSWER_HEADERS, toProblemResponse } from '@groundswell/elements/http';

import type { Database } from '../database/database.js';
import { signAccessToken, verifyAccessToken, type AccessTokenOptions } from './access-token.js';
import { isOwnPage } from './is-own-page.js';
import { rotateChain, startChain } from './refresh-chain.js';
import { EXPIRED_REFRESH_COOKIE, formatRefreshCookie, readRefreshCookie } from './refresh-cookie.js';

export interface RefreshOptions extends AccessTokenOptions {
  readonly database: Database;
  /** Origins of this installation's own pages. */
  readonly ownOrigins: readonly string[];
}

/** How organizers on pages of our own stay signed in over a reload, without a token that a script could read. */
export interface Refresh {
  /**
   * `POST /session/refresh`: a new access token, `{ token, expiresAt }`, for the cookie, which is exchanged for the next
   * one. Takes nothing that another site could make a browser send: only JSON, only from a page of our own.
   */
  handle(request: Request): Promise<Response>;
  /**
   * The answer to a sign-in, with the cookie where an organizer signed in on a page of our own; else as it was. They are
   * signed in either way: where the database fails now, only a reload asks them again.
   */
  withCookie(request: Request, response: Response): Promise<Response>;
  /** The answer to the end of a session, letting go of the cookie. */
  withoutCookie(response: Response): Response;
}

const signedIn = z.object({ token: z.string() });

export function createRefresh(options: RefreshOptions): Refresh {
  return {
    handle: async (request) => {
      try {
        return whyNot(request, options) ?? (await refresh(request, options));
      } catch (error) {
        if (error instanceof ProblemError) return refuse(error.code);
        throw error;
      }
    },
    withCookie: async (request, response) => {
      if (!response.ok || !isOwnPage(request, options.ownOrigins)) return response;
      const body: unknown = await response
        .clone()
        .json()
        .catch(() => undefined);
      const { data } = signedIn.safeParse(body);
      const claims = data && (await verifyAccessToken(options, data.token));
      if (claims?.role !== 'staff') return response;
      const chain = await startChain(options, claims.campaignId, claims.sessionId).catch(ignoreOutage);
      if (chain === undefined) return response;
      return setCookie(response, formatRefreshCookie(chain.token, chain.expiresAt, options.now()));
    },
    withoutCookie: (response) => setCookie(response, EXPIRED_REFRESH_COOKIE),
  };
}

function ignoreOutage(error: unknown): undefined {
  if (!(error instanceof ProblemError)) throw error;
}

function whyNot(request: Request, { ownOrigins }: RefreshOptions): Response | undefined {
  if (request.method !== 'POST') return refuse('invalid-input', 405, { allow: 'POST' });
  if (!isOwnPage(request, ownOrigins)) return refuse('forbidden');
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  return type === 'application/json' ? undefined : refuse('invalid-input', 415);
}

async function refresh(request: Request, options: RefreshOptions): Promise<Response> {
  const shown = readRefreshCookie(request);
  const session = shown && (await rotateChain(options, shown));
  if (shown === undefined || session === undefined)
    return refuse('unauthenticated', 401, { 'set-cookie': EXPIRED_REFRESH_COOKIE });
  const { userId, sessionId, language, next, expiresAt } = session;
  await options.ring.freshen();
  const claims = { campaignId: shown.orgId, userId, sessionId, language, role: 'staff' } as const;
  const answer = new Response(JSON.stringify(await signAccessToken(options, claims)), {
    headers: { 'content-type': 'application/json', ...ANSWER_HEADERS },
  });
  return next === undefined ? answer : setCookie(answer, formatRefreshCookie(next, expiresAt, options.now()));
}

/** A refusal as a problem (RFC 9457); HTTP has more statuses than the contract has codes. */
function refuse(code: ProblemCode, status?: number, extra: Readonly<Record<string, string>> = {}): Response {
  const problem = new ProblemError(code).toProblem();
  return toProblemResponse({ ...problem, status: status ?? problem.status }, extra);
}

function setCookie(response: Response, cookie: string): Response {
  const copy = new Response(response.body, response);
  copy.headers.append('set-cookie', cookie);
  return copy;
}
