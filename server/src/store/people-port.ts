import { sql, type Insertable, type Selectable } from 'kysely';

import { foldText, sortText, type PeoplePort } from '@groundswell/elements/backend';
import type { User } from '@groundswell/elements/domain';

import type { StoreTables } from '../database/store-tables.js';
import type { Organization } from './organization.js';
import { toSqlText } from './sql-text.js';

export function toUserRow(orgId: string, user: User): Insertable<StoreTables['users']> {
  const { firstName, lastName, email } = user;
  return {
    org_id: orgId,
    id: user.id,
    first_name: toSqlText(firstName),
    last_name: toSqlText(lastName),
    email: email === null ? null : toSqlText(email),
    search_text: toSqlText(`${foldText(`${firstName} ${lastName}`)}\n${foldText(email ?? '')}`),
    sort_text: toSqlText(sortText(`${lastName} ${firstName}`)),
    role: user.role,
    language: user.language,
    district_ids: user.districtIds,
  };
}

export const toUser = (row: Selectable<StoreTables['users']>): User => ({
  id: row.id,
  firstName: row.first_name,
  lastName: row.last_name,
  email: row.email,
  role: row.role as User['role'],
  language: row.language,
  districtIds: row.district_ids,
});

/** The users of an organization, and who is on which list. */
export const peopleOf = ({ rows, orgId }: Organization): PeoplePort => {
  const users = () => rows.selectFrom('users').where('org_id', '=', orgId).selectAll();
  return {
    find: async (userId) => {
      const row = await users().where('id', '=', userId).executeTakeFirst();
      return row === undefined ? undefined : toUser(row);
    },
    findByEmail: async (email) => {
      const row = await users()
        .where(sql<boolean>`lower(email) = lower(${toSqlText(email)})`)
        .orderBy(sql`id collate "C"`)
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : toUser(row);
    },
    save: async (user) => {
      const { org_id, id, ...changes } = toUserRow(orgId, user);
      await rows
        .insertInto('users')
        .values({ org_id, id, ...changes })
        .onConflict((known) =>
          known.columns(['org_id', 'id']).doUpdateSet({ ...changes, version: sql`users.version + 1` }),
        )
        .execute();
    },
    everyone: async () =>
      (
        await users()
          .orderBy(sql`id collate "C"`)
          .execute()
      ).map(toUser),
    members: async (listIds) => {
      if (listIds.length === 0) return new Set();
      const found = await rows
        .selectFrom('user_list_members')
        .where('org_id', '=', orgId)
        .where('list_id', 'in', [...listIds])
        .select('user_id')
        .distinct()
        .execute();
      return new Set(found.map(({ user_id }) => user_id));
    },
    listsInFolders: async (folderIds) => {
      if (folderIds.length === 0) return [];
      const found = await rows
        .selectFrom('user_lists')
        .where('org_id', '=', orgId)
        .where('folder_id', 'in', [...folderIds])
        .select('id')
        .orderBy(sql`id collate "C"`)
        .execute();
      return found.map(({ id }) => id);
    },
  };
};
