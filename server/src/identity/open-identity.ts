import type { Database } from '../database/database.js';
import { createAuthenticate, type Authenticate } from './authenticate.js';
import { openKeyRing } from './key-ring.js';
import { createPageGate, type PageGate } from './page-gate.js';
import { createRefresh, type Refresh } from './refresh-session.js';
import { createSeal } from './seal.js';
import { createTokenSigner, type TokenSigner } from './token-signer.js';

export interface IdentityOptions {
  readonly database: Database;
  /** The secret of the installation, at least 32 bytes; keys are sealed with it. */
  readonly secret: string;
  /** The address of this installation, which its tokens name: `https://api.example.org`. */
  readonly issuer: string;
  /** Origins of this installation's own pages; that of the issuer unless told. */
  readonly ownOrigins?: readonly string[];
  readonly now?: () => Date;
}

/** Everything that establishes who asks. */
export interface Identity {
  readonly authenticate: Authenticate;
  readonly signToken: TokenSigner;
  readonly refresh: Refresh;
  readonly gate: PageGate;
}

/**
 * @throws Error with words where the secret is too short, or is not the one that keys were sealed with.
 * @throws ProblemError `unavailable` where the database cannot be reached.
 */
export async function openIdentity({
  database,
  secret,
  issuer,
  ownOrigins = [new URL(issuer).origin],
  now = () => new Date(),
}: IdentityOptions): Promise<Identity> {
  const seal = createSeal(secret);
  const ring = await openKeyRing({ database, seal, now });
  const gate = createPageGate({ database, ownOrigins, now });
  const tokens = { ring, issuer, now };
  return {
    authenticate: createAuthenticate({ ...tokens, database, seal, gate }),
    signToken: createTokenSigner(tokens),
    refresh: createRefresh({ ...tokens, database, ownOrigins }),
    gate,
  };
}
