import type { ColumnType } from 'kysely';
import type { JWK } from 'jose';

/** A public key, as JSON text going in. */
type PublicKey<Empty = never> = ColumnType<JWK | Empty, string | Empty, never>;

/** Tables of who may ask, and of what proves it. Nothing in them lets anybody in who only reads them. */
export interface IdentityTables {
  /** Keys that pages carry for everybody to see: the id is the random part of the key. */
  publishable_keys: {
    org_id: string;
    id: string;
    /** Exact origins, or `*` for any. */
    allowed_origins: string[];
    created_at: string;
    revoked_at: string | null;
  };
  /** What this installation signs its tokens with: the rows of the installation, one of them not retired. */
  signing_keys: {
    org_id: string;
    /** The `kid` of its tokens. */
    id: string;
    alg: string;
    /** The private key, sealed with the secret of the installation. */
    sealed_key: string;
    public_key: PublicKey;
    created_at: string;
    /** Since when it signs nothing more. */
    retired_at: string | null;
  };
  /** What hosts sign the tokens of their own users with: a public key, or a sealed secret. */
  partner_keys: {
    org_id: string;
    /** The `kid` of its tokens. */
    id: string;
    /** Whose key it is; the people of a partner stay the same when its key changes. */
    name: string;
    alg: string;
    public_key: PublicKey<null>;
    sealed_secret: string | null;
    /** What the ids of the partner's people are made with, so that nobody can tell theirs from ours. */
    people_salt: string;
    created_at: string;
    revoked_at: string | null;
  };
  /** The refresh cookie of a session: which one is good now, and which one was before it. As fingerprints. */
  refresh_chains: {
    org_id: string;
    id: string;
    session_id: string;
    current: string;
    previous: string | null;
    rotated_at: string;
  };
  /** When all of somebody's sessions were ended, for tokens that have no session here because a partner signs them. */
  sign_outs: { org_id: string; user_id: string; at: string };
}
