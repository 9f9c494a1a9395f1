import { mayCall, type Caller } from '../contract/caller.js';
import type { Dispatch } from '../contract/dispatch.js';
import { ProblemError } from '../contract/problem-error.js';
import { decodeCall } from './decode-call.js';
import { findRoute } from './find-route.js';
import { ANSWER_HEADERS, HttpRefusal, toProblemResponse } from './http-refusal.js';

export interface FetchHandlerOptions {
  readonly dispatch: Dispatch;
  /** Who sent a request, a visitor included; `null` where it carries something that is not valid (any more). */
  readonly authenticate: (request: Request) => Caller | null | Promise<Caller | null>;
  /** What comes before the paths of the contract, such as `/api`. */
  readonly basePath?: string;
  /** The largest body that is read, in bytes; 64 KiB unless told. */
  readonly maxBodyBytes?: number;
  /** Told of what nobody foresaw in `authenticate`; the caller only hears `internal`. */
  readonly report?: (error: unknown) => void;
}

/**
 * A backend as a function from request to response, for any server or service worker that speaks `fetch`. Refusals are
 * problems (RFC 9457); nothing that a stranger sends makes a status of 500 or above.
 *
 * Cross-origin rules are the host's: it answers `OPTIONS`, and `HEAD` where it wants to, before it comes here (both are
 * 405 otherwise), and adds its own headers to what comes back.
 */
export function createFetchHandler(options: FetchHandlerOptions): (request: Request) => Promise<Response> {
  const { report = () => undefined } = options;
  return async (request) => {
    try {
      const output = await answer(request, options);
      const headers = { ...ANSWER_HEADERS, 'content-type': 'application/json' };
      return new Response(JSON.stringify(output ?? null), { headers });
    } catch (error) {
      if (error instanceof HttpRefusal) return toProblemResponse(error.toProblem(), error.headers);
      if (error instanceof ProblemError) return toProblemResponse(error.toProblem());
      // Whoever has gone away reads no answer; whoever reads it is told the truth.
      if (request.signal.aborted) return toProblemResponse(new ProblemError('unavailable').toProblem());
      report(error);
      return toProblemResponse(new ProblemError('internal').toProblem());
    }
  };
}

async function answer(
  request: Request,
  { dispatch, authenticate, basePath = '', maxBodyBytes = 65_536 }: FetchHandlerOptions,
): Promise<unknown> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(`${basePath}/`)) throw new HttpRefusal(404, 'no such path', 'not-found');
  const route = findRoute(request.method, pathname.slice(basePath.length));
  const caller = await authenticate(request);
  if (caller === null) throw new ProblemError('unauthenticated');
  // Asked before the body is read, so that nobody learns or costs anything without being allowed to call.
  if (!mayCall(caller, route.operation.access))
    throw new ProblemError(caller.role === 'visitor' ? 'unauthenticated' : 'forbidden');
  const { input, key } = await decodeCall(route, request, maxBodyBytes);
  return dispatch(caller, route.name, input, { key, signal: request.signal });
}
