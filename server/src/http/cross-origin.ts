import type { Context, MiddlewareHandler } from 'hono';

import { ProblemError } from '@groundswell/elements/contract';

import type { AppEnv, AppParts } from './app-parts.js';
import type { RequestContext } from './request-context.js';

/** What a page of another origin may send: what the client sends, and what a resumable upload needs. */
const SENDABLE = [
  ...['accept', 'accept-language', 'authorization', 'content-type', 'idempotency-key', 'if-match'],
  ...['groundswell-guest', 'groundswell-key', 'last-event-id', 'x-request-id'],
  ...['tus-resumable', 'upload-length', 'upload-metadata', 'upload-offset', 'upload-defer-length'],
].join(', ');

/** What it may read beside the body. */
const READABLE = [
  ...['x-request-id', 'retry-after', 'location'],
  ...['tus-resumable', 'tus-version', 'tus-extension', 'tus-max-size', 'upload-length', 'upload-offset'],
].join(', ');

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';

/** Seconds for which a browser need not ask again. */
const KEPT = '7200';

/**
 * Lets pages of other origins call.
 *
 * A preflight carries no key, so it cannot say for which organization it asks. It is answered with yes for every path
 * that exists, and the organization's origins are held against the real request: by `authenticate` with the key or token
 * that names it, and by `refuseForeignPage`. That is safe because a yes gives nothing away: there are no cookies here
 * (`Access-Control-Allow-Credentials` is never said), so a foreign page can send no more than any program can, and what
 * it sends is refused before anything is done. To answer by the origins of all organizations together would protect
 * nothing more, and would tell who our organizations are.
 *
 * @param exists - Whether there is anything at a path.
 */
export const letPagesCall =
  (exists: (path: string) => boolean): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const { req } = context;
    const origin = req.header('origin');
    const isPreflight = req.method === 'OPTIONS' && req.header('access-control-request-method') !== undefined;
    if (origin !== undefined && isPreflight && exists(req.path)) {
      context.get('context').operation = 'preflight';
      return answerPreflight(context, origin);
    }
    await next();
    const { headers } = context.res;
    headers.append('vary', 'Origin');
    if (origin === undefined || !context.get('context').isReadable) return undefined;
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-expose-headers', READABLE);
    return undefined;
  };

const answerPreflight = (context: Context<AppEnv>, origin: string): Response =>
  context.body(null, 204, {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers': SENDABLE,
    'access-control-max-age': KEPT,
    vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
  });

/**
 * Refuses a page whose origin the organization has not listed. To be asked once it is known who calls: a token that has
 * run out is answered as such, so that any page can renew it.
 *
 * @throws ProblemError `forbidden`, which the page then cannot read either.
 */
export async function refuseForeignPage(
  { allowedOrigins, settings }: Pick<AppParts, 'allowedOrigins' | 'settings'>,
  request: Request,
  context: RequestContext,
): Promise<void> {
  const origin = request.headers.get('origin');
  if (origin === null || isOwnOrigin(origin, request.url, settings?.publicUrl)) return;
  const allowed = await allowedOrigins(request);
  if (allowed === '*' || allowed.includes(origin)) return;
  context.isReadable = false;
  throw new ProblemError('forbidden');
}

/** Whether a page comes from this very server. Behind a proxy only the setting knows the address. */
export function isOwnOrigin(origin: string, url: string, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  if (publicUrl !== undefined && new URL(publicUrl).origin === origin) return true;
  return new URL(origin).host === new URL(url).host;
}
