import type { Context } from 'hono';

import { ProblemError } from '@groundswell/elements/contract';
import { HttpRefusal } from '@groundswell/elements/http';

import type { AppEnv, AppParts } from './app-parts.js';
import { refuseForeignPage } from './cross-origin.js';

/** A stream is about now: nothing on the way may keep it, change it or hold it back. */
const HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * Answers with a stream of changes (server-sent events). Each has the cursor as its id, so that `Last-Event-ID` goes on
 * from there.
 *
 * @throws ProblemError `unauthenticated`, `forbidden` for a page that may not call, `unavailable` where there are too many.
 */
export async function openChangeStream(parts: AppParts, context: Context<AppEnv>): Promise<Response> {
  const request = context.get('context');
  const { raw } = context.req;
  request.operation = 'changes.stream';
  if (raw.method !== 'GET' && raw.method !== 'HEAD')
    throw new HttpRefusal(405, 'method not allowed', 'unsupported', { allow: 'GET, HEAD' });
  request.caller = await parts.authenticate(raw);
  if (request.caller === null) throw new ProblemError('unauthenticated');
  await refuseForeignPage(parts, raw, request);
  if (raw.method === 'HEAD') return new Response(null, { headers: HEADERS });
  const body = await parts.live.open(request.caller, {
    lastEventId: raw.headers.get('last-event-id') ?? undefined,
    cutOff: () => context.env.outgoing?.destroy(),
  });
  return new Response(body, { headers: HEADERS });
}
