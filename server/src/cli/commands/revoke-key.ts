import { revokePublishableKey } from '../../identity/publishable-keys.js';
import { say, tell, withDatabase, type CommandWorld } from '../command-world.js';
import { WrongInput } from '../exit-codes.js';

/**
 * Ends a publishable key and says it.
 *
 * @throws WrongInput where there is no such key, or it was revoked before.
 */
export async function revokeKey(world: CommandWorld, key: string): Promise<void> {
  const isRevoked = await withDatabase(world, (database) =>
    revokePublishableKey({ database, now: world.now }, key),
  );
  if (!isRevoked) throw new WrongInput('There is no such key, or it was revoked before.');
  say(world, key);
  tell(world, 'Pages that carry it are refused within ten seconds.');
}
