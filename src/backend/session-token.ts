import type { SessionToken } from '../contract/sign-in.js';
import type { Id, Timestamp } from '../domain/values/id-schema.js';
import type { Language } from '../domain/values/language-schema.js';

/** What a token says of whoever brings it. */
export interface TokenClaims {
  readonly campaignId: Id;
  readonly userId: Id;
  readonly role: 'volunteer' | 'staff';
  readonly sessionId: Id;
  readonly language: Language;
  /** When the session ends by itself: no token of it is good for longer. */
  readonly sessionExpiresAt: Timestamp;
}

/** Makes a token that the host's own `authenticate` will know again. */
export type SignToken = (claims: TokenClaims) => Promise<SessionToken>;
