import { sql } from 'kysely';

import type { Id, Language, User } from '@groundswell/elements/domain';

import type { Database, Rows } from '../database/database.js';
import { isDuplicate, MetAnother } from '../database/failures.js';
import { toUserRow } from '../store/people-port.js';
import type { PartnerPerson } from './partner-token.js';

/** What is known of somebody whom a partner vouches for. */
export interface KnownPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly language: Language;
}

/** As somebody should be known, now that their partner has said it again; what it does not say stays. */
export const mergePerson = (known: KnownPerson | undefined, said: PartnerPerson): KnownPerson => ({
  firstName: said.firstName ?? known?.firstName ?? '',
  lastName: said.lastName ?? known?.lastName ?? '',
  email: said.email ?? known?.email ?? null,
  language: said.language ?? known?.language ?? 'en',
});

const MEMBERS = ['firstName', 'lastName', 'email', 'language'] as const;

export const isSamePerson = (a: KnownPerson | undefined, b: KnownPerson): boolean =>
  MEMBERS.every((member) => a?.[member] === b[member]);

export interface FoundPerson extends KnownPerson {
  /** When everything that they were signed in with was ended. */
  readonly signedOutAt: string | null;
}

export async function findPartnerPerson(rows: Rows, orgId: Id, userId: Id): Promise<FoundPerson | undefined> {
  const found = await rows
    .selectFrom('users as user')
    .leftJoin('sign_outs as signOut', (join) =>
      join.onRef('signOut.org_id', '=', 'user.org_id').onRef('signOut.user_id', '=', 'user.id'),
    )
    .select(['user.first_name', 'user.last_name', 'user.email', 'user.language', 'signOut.at'])
    .where('user.org_id', '=', orgId)
    .where('user.id', '=', userId)
    .executeTakeFirst();
  return (
    found && {
      firstName: found.first_name,
      lastName: found.last_name,
      email: found.email,
      language: found.language,
      signedOutAt: found.at,
    }
  );
}

/**
 * Keeps what a partner says of its user: a volunteer, and never more. An e-mail address that is somebody else's here
 * stays theirs: a partner's word opens no account but the one that it has made.
 */
export const keepPartnerPerson = (database: Database, orgId: Id, said: PartnerPerson): Promise<KnownPerson> =>
  database.inOrganization(orgId, 'write', async (rows) => {
    const known = await findPartnerPerson(rows, orgId, said.userId);
    const wished = mergePerson(known, said);
    const isTaken = wished.email !== null && (await isTakenByAnother(rows, orgId, said.userId, wished.email));
    const person = isTaken ? { ...wished, email: known?.email ?? null } : wished;
    if (!isSamePerson(known, person)) await save(rows, { orgId, userId: said.userId, person });
    return person;
  });

async function isTakenByAnother(rows: Rows, orgId: Id, userId: Id, email: string): Promise<boolean> {
  const other = await rows
    .selectFrom('users')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', '<>', userId)
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  return other !== undefined;
}

interface Saving {
  readonly orgId: Id;
  readonly userId: Id;
  readonly person: KnownPerson;
}

async function save(rows: Rows, { orgId, userId, person }: Saving): Promise<void> {
  const user: User = { id: userId, ...person, role: 'volunteer', districtIds: [] };
  // Role and districts are an organizer's to change afterwards, not the partner's.
  const { org_id, id, role, district_ids, ...said } = toUserRow(orgId, user);
  try {
    await rows
      .insertInto('users')
      .values({ org_id, id, role, district_ids, ...said })
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'id']).doUpdateSet({ ...said, version: sql<number>`users.version + 1` }),
      )
      .execute();
  } catch (error) {
    // Somebody took the address in this very moment: looked at again, it is theirs.
    throw isDuplicate(error) ? new MetAnother() : error;
  }
}
