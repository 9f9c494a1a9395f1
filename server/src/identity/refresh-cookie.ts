import { formatRefreshToken, parseRefreshToken, type RefreshToken } from './refresh-token-text.js';

/**
 * The prefix makes browsers take it from this very host only, over TLS (RFC 6265bis, 4.1.3). On `http://localhost`
 * Chromium and Firefox keep it all the same; Safari does not, and there people sign in again after a reload.
 */
const NAME = '__Host-groundswell';

const RULES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** What a response sets to keep a refresh token until its session ends. */
export function formatRefreshCookie(token: RefreshToken, expiresAt: string, now: Date): string {
  const seconds = Math.max(0, Math.floor((Date.parse(expiresAt) - now.getTime()) / 1000));
  return `${NAME}=${formatRefreshToken(token)}; Max-Age=${seconds}; ${RULES}`;
}

/** What a response sets to let go of it. */
export const EXPIRED_REFRESH_COOKIE = `${NAME}=; Max-Age=0; ${RULES}`;

/** The refresh token of a request; undefined where it has none, or two, which no browser sends. */
export function readRefreshCookie({ headers }: Pick<Request, 'headers'>): RefreshToken | undefined {
  const values = (headers.get('cookie') ?? '')
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith(`${NAME}=`))
    .map((cookie) => cookie.slice(NAME.length + 1));
  const [value, ...more] = values;
  return value === undefined || more.length > 0 ? undefined : parseRefreshToken(value);
}
