import { randomBytes } from 'node:crypto';

import { ROLES, user, type User } from '@groundswell/elements/domain';

import { peopleOf } from '../../store/people-port.js';
import { say, tell, withDatabase, type CommandWorld } from '../command-world.js';
import { WrongInput } from '../exit-codes.js';
import { requireOrganization } from '../require-organization.js';

export interface AdminOptions {
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
}

const STAFF_ROLES: readonly string[] = ROLES.filter((role) => role !== 'volunteer');
const ADDRESS = /^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/;

/**
 * Makes somebody an organizer, or gives somebody who is known by this address another role, and says their id. They sign
 * in with a code that is sent to the address.
 *
 * @throws WrongInput where the organization is not there, or the address or the role is none.
 */
export async function createAdmin(
  world: CommandWorld,
  { orgId: org, email }: { readonly orgId: string; readonly email: string },
  { firstName, lastName, role }: AdminOptions,
): Promise<void> {
  if (!ADDRESS.test(email)) throw new WrongInput('This is not an e-mail address.');
  if (!STAFF_ROLES.includes(role)) throw new WrongInput(`A role is one of ${STAFF_ROLES.join(', ')}.`);
  const userId = await withDatabase(world, async (database) => {
    const orgId = await requireOrganization(database, org);
    return database.inOrganization(orgId, 'write', async (rows) => {
      const people = peopleOf({ rows, orgId, logParts: new Set() });
      const known = await people.findByEmail(email);
      const next: User = user.parse({
        ...{ id: randomBytes(16).toString('base64url'), language: 'en', districtIds: [], ...known },
        ...{ email: known?.email ?? email, role },
        firstName: firstName === '' ? (known?.firstName ?? '') : firstName,
        lastName: lastName === '' ? (known?.lastName ?? '') : lastName,
      });
      await people.save(next);
      if (known !== undefined) tell(world, `They were there already, as ${known.role}.`);
      return next.id;
    });
  });
  say(world, userId);
}
