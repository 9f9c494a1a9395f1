import type { Context } from 'hono';

import { mayCall, ProblemError, type Caller, type Dispatch } from '@groundswell/elements/contract';
import { createFetchHandler, findRoute, type Route } from '@groundswell/elements/http';

import { chooseLimits } from '../limits/choose-limits.js';
import { API_PATH } from './api-document.js';
import type { AppEnv, AppParts, AppSettings } from './app-parts.js';
import { refuseForeignPage } from './cross-origin.js';
import type { RequestContext } from './request-context.js';
import { answerStatus } from './to-problem.js';

export type Answering = AppParts & { readonly settings: AppSettings };

/**
 * Answers an operation of the contract: who calls, from where, how often, and in how much time; the rest is the
 * contract's own handler.
 */
export async function answerCall(
  parts: Answering,
  { req, var: { context } }: Context<AppEnv>,
): Promise<Response> {
  // HEAD is GET whose body is left out on the way.
  const request = req.method === 'HEAD' ? new Request(req.url, { headers: req.raw.headers }) : req.raw;
  const route = findRoute(request.method, new URL(request.url).pathname.slice(API_PATH.length));
  context.operation = route.name;
  const handle = createFetchHandler({
    basePath: API_PATH,
    maxBodyBytes: largestBody(route, parts.settings),
    authenticate: () => admit(parts, request, { context, route }),
    dispatch: noteStart(parts.dispatch, context),
    report: (err) => parts.log.error({ err, requestId: context.id, operation: route.name }, 'call failed'),
  });
  return withinDeadline(parts.settings.deadline, handle(request), context);
}

/** Long scripts in several languages are more than 64 KiB. Who may write them is known before a body is read. */
const largestBody = ({ operation }: Route, { maxBodyBytes, maxStaffBodyBytes }: AppSettings): number =>
  operation.access === 'staff' ? maxStaffBodyBytes : maxBodyBytes;

interface Asked {
  readonly context: RequestContext;
  readonly route: Route;
}

/**
 * Who calls, after everything that could speak against it.
 *
 * @throws ProblemError `forbidden` for a page that may not call, `rate-limited` for who has called too often.
 */
async function admit(parts: Answering, request: Request, { context, route }: Asked): Promise<Caller | null> {
  const caller = await parts.authenticate(request);
  context.caller = caller;
  if (caller === null) return null;
  await refuseForeignPage(parts, request, context);
  // What will be refused anyway needs no counting: the gate before has counted it.
  if (!mayCall(caller, route.operation.access)) return caller;
  const place = parts.limits.fingerprint(context.address);
  const limits = chooseLimits({ operation: route.operation, caller, place }, parts.settings.limits);
  const retryAfter = await parts.limits.take(caller.campaignId, limits);
  if (retryAfter > 0) throw new ProblemError('rate-limited', { retryAfter });
  return caller;
}

const noteStart =
  (dispatch: Dispatch, context: RequestContext): Dispatch =>
  (...call) => {
    context.isRunning = true;
    return dispatch(...call);
  };

/**
 * The answer, or after the time allowed the truth about why there is none: what was asked has not arrived, or it is not
 * done yet. A write that is under way may still land, which is what its idempotency key is for.
 */
async function withinDeadline(
  deadline: number,
  answer: Promise<Response>,
  context: RequestContext,
): Promise<Response> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Response>((resolve) => {
    timer = setTimeout(() => resolve(answerLate(context)), deadline);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

const answerLate = ({ isRunning }: RequestContext): Response =>
  isRunning
    ? answerStatus(503, 'not done in time', 'unavailable')
    : answerStatus(408, 'sent too slowly', 'unavailable', { connection: 'close' });
