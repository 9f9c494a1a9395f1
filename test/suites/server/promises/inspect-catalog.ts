import { sql, type RawBuilder } from 'kysely';

import type { Database } from '../../../../server/src/database/database.js';

/** What the database itself says of the walls between organizations: how much was looked at, and what is wrong. */
export interface CatalogReport {
  readonly tables: number;
  readonly foreignKeys: number;
  readonly findings: readonly string[];
}

/** Roles in which requests and the scheduler work. */
const ROLES = `('groundswell_app', 'groundswell_scheduler')`;

/** Tables that hold nothing of anybody: what the migrations have made so far. */
const NOBODYS = `('groundswell_migrations', 'groundswell_migrations_lock')`;

const TABLES = `pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and c.relname not in ${NOBODYS}`;

/** The number that stands for `org_id` in a table. */
const orgIdOf = (table: string) =>
  `(select attnum from pg_attribute a where a.attrelid = ${table} and a.attname = 'org_id' and not a.attisdropped)`;

/** Each finds what must not be there, under the words to say it with. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'is a table without forced row-level security': `
    select c.relname as name from ${TABLES} and not (c.relrowsecurity and c.relforcerowsecurity)`,
  'is a table whose primary key does not begin with the organization': `
    select c.relname as name from ${TABLES} and not exists (
      select from pg_index i where i.indrelid = c.oid and i.indisprimary and i.indkey[0] = ${orgIdOf('c.oid')})`,
  'is a reference between tables of organizations that leaves out the organization': `
    select conname as name from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
      select from unnest(k.conkey, k.confkey) as pair (here, there)
      where here = ${orgIdOf('k.conrelid')} and there = ${orgIdOf('k.confrelid')})`,
  'is a role that goes around row-level security': `
    select r.rolname as name from pg_roles r where (r.rolbypassrls or r.rolsuper) and exists (
      select from pg_roles w where w.rolname in ${ROLES} and pg_has_role(w.oid, r.oid, 'member'))`,
  'is a role that may make tables': `
    select r.rolname as name from pg_roles r where r.rolname in ${ROLES}
      and has_schema_privilege(r.rolname, 'public', 'create')`,
  'is a table without row-level security that requests can get at': `
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and not c.relrowsecurity
      and n.nspname not in ('pg_catalog', 'information_schema')
      and exists (select from pg_roles r where r.rolname in ${ROLES} and n.nspname !~ '^pg_'
        and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate'))`,
  'is a policy that asks about something else than the organization': `
    select tablename || '.' || policyname as name from pg_policies
    where schemaname = 'public' and 'groundswell_scheduler' <> all (roles)
      and (qual is null or with_check is null
        or qual || with_check !~ 'org_id = current_setting.*org_id = current_setting')`,
  'is a function of the owner that looks for names in places of whoever calls': `
    select p.proname as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and not exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%')`,
};

/** Looks at every table, reference, role, policy and function of the database. */
export async function inspectCatalog({ owner }: Pick<Database, 'owner'>): Promise<CatalogReport> {
  const ask = async <T>(question: RawBuilder<T>): Promise<readonly T[]> =>
    (await question.execute(owner)).rows;
  const findings: string[] = [];
  for (const [words, question] of Object.entries(QUESTIONS))
    for (const { name } of await ask(sql.raw<{ name: string }>(question))) findings.push(`${name} ${words}`);
  const [counts] = await ask(
    sql.raw<{ tables: number; keys: number }>(`select (select count(*) from ${TABLES}) as tables,
      (select count(*) from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace) as keys`),
  );
  return { tables: counts?.tables ?? 0, foreignKeys: counts?.keys ?? 0, findings };
}
