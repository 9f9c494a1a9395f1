import { signAccessToken, type AccessClaims, type AccessTokenOptions } from './access-token.js';

/** Signs who somebody is, as the backend asks for it when somebody signs in or goes on. */
export type TokenSigner = (
  claims: AccessClaims,
) => Promise<{ readonly token: string; readonly expiresAt: string }>;

/** The signer of this installation. It asks nobody, so that the backend may call it inside a transaction. */
export const createTokenSigner =
  (options: AccessTokenOptions): TokenSigner =>
  (claims) =>
    signAccessToken(options, claims);
