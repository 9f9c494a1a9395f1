import { timingSafeEqual } from 'node:crypto';

import type { Hono } from 'hono';

import { ProblemError } from '@groundswell/elements/contract';

import type { AppEnv, AppParts, AppSettings } from './app-parts.js';

type Watched = Pick<AppParts, 'metrics' | 'now' | 'findUnready' | 'draining'> & {
  readonly settings: Pick<AppSettings, 'metricsToken'>;
};

/** Milliseconds for which readiness is not asked of the database again, however often somebody looks. */
const KEPT = 1000;

/**
 * What those who run the server look at: `/healthz` (the process is alive), `/readyz` (it can serve, or why not) and
 * `/metrics`. None of it says anything about an organization.
 */
export function addHealthRoutes(app: Hono<AppEnv>, parts: Watched): void {
  const { metrics, settings } = parts;
  const findReasons = rememberBriefly(parts);
  app.get('/healthz', (context) => {
    context.get('context').operation = 'healthz';
    return context.json({ alive: true }, 200, NOT_KEPT);
  });
  app.get('/readyz', async (context) => {
    context.get('context').operation = 'readyz';
    const reasons = [...(parts.draining.aborted ? ['draining'] : []), ...(await findReasons())];
    if (reasons.length === 0) return context.json({ ready: true, reasons }, 200, NOT_KEPT);
    return context.json({ ready: false, reasons }, 503, { ...NOT_KEPT, 'retry-after': String(KEPT / 1000) });
  });
  app.get('/metrics', async (context) => {
    context.get('context').operation = 'metrics';
    if (!isAllowed(context.req.header('authorization'), settings.metricsToken))
      throw new ProblemError('unauthenticated');
    const { text, contentType } = await metrics.print();
    return context.body(text, 200, { ...NOT_KEPT, 'content-type': contentType });
  });
}

const NOT_KEPT = { 'cache-control': 'no-store' };

function rememberBriefly({ findUnready, now }: Watched): () => Promise<readonly string[]> {
  let asked: { readonly at: number; readonly reasons: Promise<readonly string[]> } | undefined;
  return () => {
    const at = now().getTime();
    if (asked === undefined || Math.abs(at - asked.at) >= KEPT) asked = { at, reasons: findUnready() };
    return asked.reasons;
  };
}

function isAllowed(header: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return true;
  const sent = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return sent.length === wanted.length && timingSafeEqual(sent, wanted);
}
