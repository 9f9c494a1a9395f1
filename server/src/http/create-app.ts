import { Hono, type Context, type MiddlewareHandler } from 'hono';

import { ProblemError } from '@groundswell/elements/contract';
import { findRoute, HttpRefusal } from '@groundswell/elements/http';

import { DEFAULT_LIMITS } from '../limits/choose-limits.js';
import { createFloodGate } from '../limits/flood-gate.js';
import { answerCall, type Answering } from './answer-call.js';
import { addHealthRoutes } from './health-routes.js';
import { API_PATH, describeApi } from './api-document.js';
import type { AppEnv, AppParts, AppSettings, ExtraRoute } from './app-parts.js';
import { letPagesCall, refuseForeignPage } from './cross-origin.js';
import { observeRequests } from './observe-requests.js';
import { openChangeStream } from './open-change-stream.js';
import { addSecurityHeaders } from './security-headers.js';
import { answerStatus, toProblem } from './to-problem.js';

const DEFAULTS: AppSettings = {
  publicUrl: undefined,
  trustedProxies: 0,
  maxBodyBytes: 65_536,
  maxStaffBodyBytes: 1_048_576,
  deadline: 20_000,
  metricsToken: undefined,
  limits: DEFAULT_LIMITS,
};

const DOCUMENT = `${API_PATH}/openapi.json`;
const STREAM = `${API_PATH}/changes/stream`;

/**
 * The server as a function from request to response: the contract at `/v1`, live updates, health, and what else it is
 * given. Every refusal is a problem (RFC 9457), whoever refuses.
 */
export function createApp(given: AppParts): Hono<AppEnv> {
  const settings = { ...DEFAULTS, ...given.settings };
  const parts: Answering = { ...given, settings };
  const { log } = parts;
  const app = new Hono<AppEnv>();
  app.use(observeRequests({ ...parts, trustedProxies: settings.trustedProxies }));
  app.use(addSecurityHeaders(settings.publicUrl));
  addHealthRoutes(app, parts);
  const letNoFlood = letNoFloodIn(settings, parts.now);
  for (const route of parts.routes ?? []) addExtraRoute(app, route, { ...parts, letNoFlood });
  app.use(`${API_PATH}/*`, letPagesCall(isKnown), letNoFlood);
  app.get(DOCUMENT, answerDocument());
  app.all(STREAM, (context) => openChangeStream(parts, context));
  app.options(`${API_PATH}/*`, answerOptions);
  app.all(`${API_PATH}/*`, (context) => answerCall(parts, context));
  app.notFound(() => answerStatus(404, 'no such path', 'not-found'));
  app.onError((error, context) => {
    const { id: requestId, operation } = context.get('context');
    return toProblem(error, (err) => log.error({ err, requestId, operation }, 'request failed'));
  });
  return app;
}

function letNoFloodIn({ limits }: AppSettings, now: () => Date): MiddlewareHandler<AppEnv> {
  const gate = createFloodGate(limits.requests, () => now().getTime());
  return async (context, next) => {
    const retryAfter = gate.enter(context.get('context').address);
    if (retryAfter > 0) throw new ProblemError('rate-limited', { retryAfter });
    await next();
  };
}

/** Serves what is at a path and below it, to those pages that may call there. */
function addExtraRoute(
  app: Hono<AppEnv>,
  { path, name, pages, handle }: ExtraRoute,
  { letNoFlood, ...parts }: Answering & { readonly letNoFlood: MiddlewareHandler<AppEnv> },
): void {
  const answer = async (context: Context<AppEnv>): Promise<Response> => {
    const request = context.get('context');
    request.operation = name;
    const { raw } = context.req;
    if (pages === 'own')
      await refuseForeignPage({ ...parts, allowedOrigins: () => Promise.resolve([]) }, raw, request);
    if (pages === 'organization' && raw.method !== 'OPTIONS') {
      request.caller = await parts.authenticate(raw);
      if (request.caller === null) throw new ProblemError('unauthenticated');
      await refuseForeignPage(parts, raw, request);
    }
    return handle(raw, request);
  };
  for (const pattern of [path, `${path}/*`]) {
    if (pages === 'organization')
      app.use(
        pattern,
        letPagesCall(() => true),
      );
    app.all(pattern, letNoFlood, answer);
  }
}

/** Whether there is anything at a path, whatever the method. */
function isKnown(path: string): boolean {
  if (path === DOCUMENT || path === STREAM) return true;
  return methodsAt(path) !== undefined;
}

function methodsAt(path: string): string | undefined {
  try {
    findRoute('OPTIONS', path.slice(API_PATH.length));
    return undefined;
  } catch (error) {
    return error instanceof HttpRefusal ? error.headers['allow'] : undefined;
  }
}

function answerOptions(context: Context<AppEnv>): Response {
  const methods = isKnown(context.req.path) ? (methodsAt(context.req.path) ?? 'GET') : undefined;
  if (methods === undefined) throw new HttpRefusal(404, 'no such path', 'not-found');
  context.get('context').operation = 'options';
  const withHead = methods.includes('GET') ? `${methods}, HEAD` : methods;
  return context.body(null, 204, { allow: `${withHead}, OPTIONS` });
}

/** The same for everybody, and made when it is first asked for. */
function answerDocument(): (context: Context<AppEnv>) => Response {
  let text: string | undefined;
  return (context) => {
    context.get('context').operation = 'openapi';
    text ??= JSON.stringify(describeApi());
    return context.body(text, 200, {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=300',
    });
  };
}
