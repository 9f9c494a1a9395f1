import { listPublishableKeys } from '../../identity/publishable-keys.js';
import { say, withDatabase, type CommandWorld } from '../command-world.js';
import { requireOrganization } from '../require-organization.js';

/** Lists publishable keys, one a line: the key, the origins of its pages with spaces between, `valid` or `revoked`. */
export async function listKeys(world: CommandWorld, org: string): Promise<void> {
  const keys = await withDatabase(world, async (database) =>
    listPublishableKeys(database, await requireOrganization(database, org)),
  );
  for (const { key, allowedOrigins, revokedAt } of keys)
    say(world, [key, allowedOrigins.join(' '), revokedAt === null ? 'valid' : 'revoked'].join('\t'));
}
