import { revokePartnerKey } from '../../identity/partner-keys.js';
import { say, withDatabase, type CommandWorld } from '../command-world.js';
import { WrongInput } from '../exit-codes.js';
import { requireOrganization } from '../require-organization.js';

/**
 * Ends a key of a partner and says its id.
 *
 * @throws WrongInput where there is no such key, or it was revoked before.
 */
export async function revokePartner(world: CommandWorld, org: string, kid: string): Promise<void> {
  const isRevoked = await withDatabase(world, async (database) => {
    const orgId = await requireOrganization(database, org);
    return revokePartnerKey({ database, now: world.now }, orgId, kid);
  });
  if (!isRevoked) throw new WrongInput('There is no such key of a partner, or it was revoked before.');
  say(world, kid);
}
