import { Migrator, sql, type Migration } from 'kysely';

import type { Database, Rows } from './database.js';
import { isForbidden } from './failures.js';
import { organizations } from './migrations/0001-organizations.js';
import { log } from './migrations/0002-log.js';
import { identity } from './migrations/0003-identity.js';
import { messages } from './migrations/0004-messages.js';
import { media } from './migrations/0005-media.js';
import { limits } from './migrations/0006-limits.js';

/** Every step, in order. What is released is never changed: a new need is a new step. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-organizations': { up: organizations },
  '0002-log': { up: log },
  '0003-identity': { up: identity },
  '0004-messages': { up: messages },
  '0005-media': { up: media },
  '0006-limits': { up: limits },
};

/**
 * Brings the tables to what this release needs: one process at a time, each step in a transaction, steps already made
 * left alone.
 *
 * @returns The names of the steps that were made.
 * @throws Error with words where a step fails; the database is then as it was before that step.
 */
export async function migrate({ owner }: Pick<Database, 'owner'>): Promise<readonly string[]> {
  await ensureRoles(owner);
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
    migrationTableName: 'groundswell_migrations',
    migrationLockTableName: 'groundswell_migrations_lock',
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results.find(({ status }) => status === 'Error')?.migrationName ?? 'the migrations';
    throw new Error(`The database could not be brought up to date: ${failed} failed.`, { cause: error });
  }
  return results.map(({ migrationName }) => migrationName);
}

/** Roles belong to the whole PostgreSQL server, so another database on it, or an administrator, may have made them. */
const ROLES = ['groundswell_app', 'groundswell_scheduler'];

/** Makes what is not there. An owner who may not make roles needs none made: being a member of both is enough. */
async function ensureRoles(owner: Rows): Promise<void> {
  for (const role of ROLES) {
    await sql
      .raw(
        `do $$ begin
           if not exists (select from pg_roles where rolname = '${role}') then
             create role ${role} nologin noinherit nosuperuser nobypassrls;
           end if;
         exception when duplicate_object or unique_violation then null;
         end $$;
         do $$ begin
           if not pg_has_role(current_user, '${role}', 'member') then
             grant ${role} to current_user;
           end if;
         exception when unique_violation then null;
         end $$`,
      )
      .execute(owner)
      .catch((error: unknown) => {
        throw isForbidden(error) ? new Error(ROLES_WANTED, { cause: error }) : error;
      });
  }
}

const ROLES_WANTED = `The user of DATABASE_URL may not make roles. Let an administrator give it CREATEROLE, or run once: ${ROLES.map(
  (role) => `create role ${role} nologin noinherit; grant ${role} to <user>;`,
).join(' ')}`;
