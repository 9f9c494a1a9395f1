import type { Caller } from '../contract/caller.js';
import type { SessionToken } from '../contract/sign-in.js';
import type { Timestamp } from '../domain/values/id-schema.js';

type Member = Extract<Caller, { readonly userId: string }>;

interface PageTokens {
  /** Makes a token that this page will know again. */
  readonly sign: (
    claims: Member & { readonly sessionId: string; readonly sessionExpiresAt: Timestamp },
  ) => Promise<SessionToken>;
  /** Whom a token stands for; undefined for one that has expired or was never made here. */
  readonly callerOf: (token: string) => Caller | undefined;
}

/** Tokens of people who sign in to a backend in the page: random, and known for as long as the page is open. */
export function createPageTokens(now: () => Date): PageTokens {
  const known = new Map<string, { readonly caller: Caller; readonly expiresAt: Timestamp }>();
  return {
    sign: ({ sessionExpiresAt: expiresAt, ...caller }) => {
      const token = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))));
      known.set(token, { caller, expiresAt });
      return Promise.resolve({ token, expiresAt });
    },
    callerOf: (token) => {
      const found = known.get(token);
      return found !== undefined && Date.parse(found.expiresAt) > now().getTime() ? found.caller : undefined;
    },
  };
}
