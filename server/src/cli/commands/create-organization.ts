import { campaignData } from '@groundswell/elements/backend';
import { ACTION_KINDS } from '@groundswell/elements/domain';

import { campaignOf } from '../../store/campaign-port.js';
import { say, withDatabase, type CommandWorld } from '../command-world.js';
import { WrongInput } from '../exit-codes.js';
import { hasOrganization, requireId } from '../require-organization.js';

export interface OrganizationOptions {
  readonly name: string;
  readonly timeZone: string;
  readonly language: readonly string[];
  readonly invitedOnly?: boolean;
}

/**
 * Makes an organization without people and actions, and says its id.
 *
 * @throws WrongInput where there is one of this id already, or where the options are not right.
 */
export async function createOrganization(
  world: CommandWorld,
  text: string,
  { name, timeZone, language, invitedOnly = false }: OrganizationOptions,
): Promise<void> {
  const id = requireId(text);
  const { data, error } = campaignData.safeParse({
    revision: `created@${world.now().toISOString()}`,
    campaign: {
      ...{ id, name, timeZone, languages: language, kinds: [...ACTION_KINDS] },
      signUp: invitedOnly ? 'invited' : 'open',
    },
    users: [],
  });
  const wrong = error?.issues.map(({ path }) => path.slice(1).join('.')).join(', ');
  if (data === undefined) throw new WrongInput(`Not right: ${wrong ?? ''}.`);
  requireTimeZone(timeZone);
  await withDatabase(world, async (database) => {
    if (await hasOrganization(database, id)) throw new WrongInput(`There is an organization ${id} already.`);
    await database.inOrganization(id, 'write', (rows) =>
      campaignOf({ rows, orgId: id, logParts: new Set() }).replace(data),
    );
  });
  say(world, id);
}

function requireTimeZone(timeZone: string): void {
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new WrongInput(`${timeZone} is not a time zone: write it as America/Chicago.`);
  }
}
