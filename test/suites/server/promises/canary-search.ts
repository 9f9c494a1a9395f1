import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { sql } from 'kysely';

import type { PromiseWorld } from './promise-world.js';
import type { MarkName, Marks } from './canary-marks.js';

/**
 * In which tables each mark may be: those that are there to keep it. All others may be in none, nor may the addresses that
 * codes were sent to.
 */
const KEPT: Readonly<Partial<Record<MarkName, readonly string[]>>> = {
  email: ['users'],
  firstName: ['users'],
  lastName: ['users'],
  partnerEmail: ['users'],
  // Results count how often each answer was given, and are counted by it.
  answer: ['events', 'result_counters'],
  contactId: ['events', 'result_states'],
  guestId: ['events', 'result_states', 'idempotency_keys'],
  idempotencyKey: ['events', 'event_ids', 'idempotency_keys'],
  smsSender: ['inbound_messages'],
  smsText: ['inbound_messages'],
};

/** What is blanked after a while. */
const REDACTED: readonly string[] = ['messages', 'inbound_messages'];

/** Looks through every row of every table, the queue's included, and says where a mark is that may not be there. */
export async function searchTables(
  world: PromiseWorld,
  marks: Marks,
  isRedacted: boolean,
): Promise<string[]> {
  const findings: string[] = [];
  const seen = new Set<MarkName>();
  for (const { schema, name } of await listAllTables(world)) {
    const { rows } = await sql<{ text: string }>`
      select r::text as text from ${sql.table(`${schema}.${name}`)} r`.execute(world.database.owner);
    const found = new Set(rows.flatMap(({ text }) => marks.findIn(text)));
    for (const mark of found) {
      seen.add(mark);
      if (KEPT[mark]?.includes(name) !== true || (isRedacted && REDACTED.includes(name)))
        findings.push(`${mark} is in the table ${schema}.${name}${isRedacted ? ' after redaction' : ''}`);
    }
  }
  // A mark that never arrived could not have been found anywhere else either.
  const lost = (Object.keys(KEPT) as MarkName[]).filter((mark) => !isRedacted && !seen.has(mark));
  return [...findings, ...lost.map((mark) => `${mark} has not arrived at all`)];
}

async function listAllTables({ database }: PromiseWorld) {
  const { rows } = await sql<{ schema: string; name: string }>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema')`.execute(database.owner);
  return rows;
}

/** What everybody can see who may look at the activity of the database. */
export async function readActivity({ database }: PromiseWorld): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select a::text as text from pg_stat_activity a where datname = current_database()`.execute(
    database.owner,
  );
  return rows.map(({ text }) => text).join('\n');
}

/** The log of the PostgreSQL server, where it is a file beside its data, as it is in tests. */
export async function readDatabaseLog({ database }: PromiseWorld): Promise<string> {
  const { rows } = await sql<{ data_directory: string }>`show data_directory`.execute(database.owner);
  return readFileSync(join(dirname(rows[0]?.data_directory ?? ''), 'log'), 'latin1');
}

/** Every file of an installation by its name; the bytes of what was uploaded are whoever's they are. */
export function searchFiles(folder: string, marks: Marks): string[] {
  const findings: string[] = [];
  for (const path of listFiles(folder)) {
    const name = relative(folder, path);
    const found = marks.findIn(name.startsWith('media') ? name : `${name}\n${readFileSync(path, 'latin1')}`);
    findings.push(...found.map((mark) => `${mark} is in the file ${name}`));
  }
  return findings;
}

const listFiles = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
