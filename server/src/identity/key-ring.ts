import { importJWK, type CryptoKey, type JWK } from 'jose';

import {
  ensureSigningKey,
  openSigningKey,
  readSigningKeys,
  SIGNING_ALG,
  type KeyKeeping,
} from './signing-keys.js';

/** How long this process goes without looking whether the keys have changed, in milliseconds. */
const LOOK_AFTER = 10_000;

/** The signing keys, as this process has them in its hands. */
export interface KeyRing {
  /**
   * Looks whether another process has changed the keys, where it has not looked for ten seconds. Never to be called in
   * a transaction: it needs one of its own, and PGlite has one for everybody.
   */
  freshen(): Promise<void>;
  /** What signs now. Asks nobody, so that it may be used in a transaction. */
  readonly current: { readonly id: string; readonly key: CryptoKey };
  /** The public key of a `kid`. One that is not known here yet is looked for. */
  find(id: string): Promise<CryptoKey | undefined>;
}

interface Held {
  readonly current: KeyRing['current'];
  readonly verifying: ReadonlyMap<string, CryptoKey>;
  readonly readAt: number;
}

/**
 * Takes the keys out of the database; an installation without one gets its first.
 *
 * @throws Error with words where they were sealed with another secret.
 */
export async function openKeyRing(keeping: KeyKeeping): Promise<KeyRing> {
  let held = await read(keeping, undefined);
  let reading: Promise<void> | undefined;
  const readAgain = (): Promise<void> =>
    (reading ??= read(keeping, held)
      .then((next) => void (held = next))
      .finally(() => (reading = undefined)));
  const isFresh = () => keeping.now().getTime() - held.readAt < LOOK_AFTER;
  return {
    freshen: async () => {
      if (!isFresh()) await readAgain();
    },
    get current() {
      return held.current;
    },
    find: async (id) => {
      if (!isFresh() || !held.verifying.has(id)) await readAgain();
      return held.verifying.get(id);
    },
  };
}

async function read(keeping: KeyKeeping, before: Held | undefined): Promise<Held> {
  const readAt = keeping.now().getTime();
  let keys = await readSigningKeys(keeping);
  if (keys.current === undefined) {
    await ensureSigningKey(keeping);
    keys = await readSigningKeys(keeping);
  }
  const { current, verifying } = keys;
  if (current === undefined) throw new Error('The installation has no key to sign with.');
  return {
    current:
      before?.current.id === current.id
        ? before.current
        : { id: current.id, key: await openSigningKey(keeping.seal, current.id, current.sealedKey) },
    verifying: new Map(await Promise.all([...verifying].map(importPublic))),
    readAt,
  };
}

const importPublic = async ([id, jwk]: [string, JWK]): Promise<[string, CryptoKey]> => [
  id,
  (await importJWK(jwk, SIGNING_ALG)) as CryptoKey,
];
