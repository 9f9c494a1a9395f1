import { createSeal } from '../../identity/seal.js';
import { rotateSigningKey } from '../../identity/signing-keys.js';
import { say, withDatabase, type CommandWorld } from '../command-world.js';

/** Signs with a new key from now on, and says its id. */
export async function rotateKeys(
  world: CommandWorld,
  { forgetOld = false }: { readonly forgetOld?: boolean },
): Promise<void> {
  const kid = await withDatabase(world, (database, { secret }) =>
    rotateSigningKey({ database, seal: createSeal(secret), now: world.now }, { forgetOld }),
  );
  say(world, kid);
}
