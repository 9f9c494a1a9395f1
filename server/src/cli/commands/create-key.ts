import { createPublishableKey } from '../../identity/publishable-keys.js';
import { say, withDatabase, type CommandWorld } from '../command-world.js';
import { WrongInput } from '../exit-codes.js';
import { requireOrganization } from '../require-organization.js';

/** Makes a publishable key and says it. */
export async function createKey(world: CommandWorld, org: string, origins: readonly string[]): Promise<void> {
  const wrong = origins.find((origin) => origin !== '*' && !isOrigin(origin));
  if (wrong !== undefined)
    throw new WrongInput(`${wrong} is not an origin: write it as https://example.org, or * for any page.`);
  const key = await withDatabase(world, async (database) => {
    const orgId = await requireOrganization(database, org);
    return createPublishableKey({ database, now: world.now }, orgId, origins);
  });
  say(world, key);
}

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text);
