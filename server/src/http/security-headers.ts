import type { MiddlewareHandler } from 'hono';

import type { AppEnv } from './app-parts.js';

/**
 * What every answer says to a browser that is led here by mistake or on purpose. A route that serves something to look
 * at says more exactly what it needs, and is left as it is. `Cross-Origin-Resource-Policy` keeps answers out of `<img>`
 * and `<script>` of other pages; calls of `fetch` are ruled by CORS and not by this.
 */
const DEFAULT_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Two years, as the preload lists of browsers ask for. */
const ONLY_HTTPS = 'max-age=63072000; includeSubDomains';

/**
 * Adds what a browser is to be strict about.
 *
 * @param publicUrl - Where pages reach this server. Only over https it asks for https from then on: a browser ignores
 *   that elsewhere, and the machine of a developer is no host of ours.
 */
export function addSecurityHeaders(publicUrl: string | undefined): MiddlewareHandler<AppEnv> {
  const isHttps = publicUrl?.startsWith('https://') === true;
  const wanted = Object.entries({
    ...DEFAULT_HEADERS,
    ...(isHttps && { 'strict-transport-security': ONLY_HTTPS }),
  });
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of wanted) if (!headers.has(name)) headers.set(name, value);
  };
}

/**
 * The policy of a page that is made to be embedded: in pages of these origins, and in no others.
 *
 * @param origins - As `https://example.org`; `*` for everywhere.
 */
export function embeddableBy(origins: readonly string[] | '*'): string {
  if (origins === '*') return 'frame-ancestors *';
  const safe = origins.filter((origin) => URL.canParse(origin) && new URL(origin).origin === origin);
  return `frame-ancestors ${safe.length === 0 ? "'none'" : safe.join(' ')}`;
}
