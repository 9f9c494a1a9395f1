import type { Context, MiddlewareHandler } from 'hono';

import type { AppEnv, AppParts } from './app-parts.js';
import { readAddress } from './read-address.js';
import { chooseRequestId, type RequestContext } from './request-context.js';

/** What is asked for until a route says it, and for what no route knows. */
const UNKNOWN = 'unknown';

/** The status of an answer that nobody waited for, as nginx writes it. It is sent to nobody. */
const GONE = 499;

/** Operations that stay open by design, whose length says nothing about speed. */
const STAYS_OPEN: ReadonlySet<string> = new Set(['changes.stream']);

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

type Observing = Pick<AppParts, 'log' | 'metrics' | 'draining'> & { readonly trustedProxies: number };

/**
 * Gives every request an id, and counts and logs it once, when its answer has been sent or nobody waits for it any more.
 */
export const observeRequests =
  ({ log, metrics, draining, trustedProxies }: Observing): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const request = startContext(context, trustedProxies);
    context.set('context', request);
    const startedAt = performance.now();
    const { outgoing } = (context.env as Partial<AppEnv['Bindings']> | undefined) ?? {};
    const { socket } = outgoing ?? {};
    const sentBefore = socket?.bytesWritten ?? 0;
    await next();
    const { headers } = context.res;
    // Whoever asked may have gone before there was an answer: that is no failure of ours.
    const hasGone = outgoing?.closed === true;
    const status = hasGone ? GONE : context.res.status;
    headers.set('x-request-id', request.id);
    // A connection that stays would keep a process that wants to end.
    if (draining.aborted) headers.set('connection', 'close');
    const { method } = context.req;
    const finish = () => {
      const ms = performance.now() - startedAt;
      const { id, operation, caller } = request;
      metrics.answered(operation, status, STAYS_OPEN.has(operation) ? undefined : ms / 1000);
      const line = {
        requestId: id,
        operation,
        method: METHODS.has(method) ? method : 'OTHER',
        status,
        ms: Math.round(ms),
        ...(socket && { bytes: socket.bytesWritten - sentBefore }),
        ...(caller && { orgId: caller.campaignId, role: caller.role }),
      };
      if (status >= 500) log.error(line, 'answered');
      else log.info(line, 'answered');
    };
    if (outgoing === undefined || hasGone) finish();
    else outgoing.once('close', finish);
  };

function startContext({ req, env }: Context<AppEnv>, trustedProxies: number): RequestContext {
  const socket = (env as Partial<AppEnv['Bindings']> | undefined)?.incoming?.socket.remoteAddress;
  return {
    id: chooseRequestId(req.header('x-request-id')),
    address: readAddress({ socket, forwarded: req.header('x-forwarded-for') }, trustedProxies),
    operation: UNKNOWN,
    caller: null,
    isReadable: true,
    isRunning: false,
  };
}
