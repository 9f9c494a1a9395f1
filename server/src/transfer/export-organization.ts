import { sql } from 'kysely';

import type { ActionEvent, Id } from '@groundswell/elements/domain';

import type { Database } from '../database/database.js';
import { ACTION_COLUMNS, toAction } from '../store/action-row.js';
import { campaignOf } from '../store/campaign-port.js';
import { toUser } from '../store/people-port.js';
import type { Organization } from '../store/organization.js';
import { EXTRA_TABLES, readExtraRows } from './extra-tables.js';
import { writeHeader, writeLine, type TransferLine } from './transfer-line.js';

export interface ExportOptions {
  readonly database: Database;
  readonly orgId: Id;
  /** Takes one line, without its end; may ask to wait. */
  readonly write: (line: string) => void | Promise<void>;
  readonly onProgress?: (done: number, total: number) => void;
}

/** How many events are read at once. */
const PIECE = 1000;

/**
 * Writes down a whole organization as it is at one moment: the campaign in the shape of a campaign file, one entry a line,
 * and what such a file lacks. What is counted from the log is left out, and so is what ends by itself: sessions, codes,
 * messages on their way. The files of uploads are not in it.
 *
 * @returns How many lines it was; undefined where there is no such organization.
 */
export async function exportOrganization(options: ExportOptions): Promise<number | undefined> {
  let lines = 0;
  const put = async (name: TransferLine['name'], entry: unknown) => {
    lines += 1;
    await options.write(writeLine(name, entry));
  };
  return options.database.inOrganization(options.orgId, 'read', async (rows) => {
    if (lines > 0) throw new Error('The database went away in the middle of the export.');
    await sql`set local statement_timeout = 0`.execute(rows);
    const own = { rows, orgId: options.orgId, logParts: new Set<string>(), put };
    const port = campaignOf(own);
    const [known, campaign] = [await port.revision(), await port.get()];
    if (known === undefined || campaign === undefined) return undefined;
    lines = 1;
    await options.write(writeHeader(known));
    await put('campaign', campaign);
    await exportLookups(own);
    await exportPeople(own);
    await exportActions(own);
    await exportVersions(own);
    await exportDeliveries(own);
    await exportEvents(own, options.onProgress);
    for (const table of EXTRA_TABLES)
      for (const row of await readExtraRows(own, table)) await put(table, row);
    await put('end', { lines: lines + 1 });
    return lines;
  });
}

interface Own extends Organization {
  readonly put: (name: TransferLine['name'], entry: unknown) => Promise<void>;
}

async function exportLookups({ rows, orgId, put }: Own): Promise<void> {
  const found = await rows
    .selectFrom('lookups')
    .where('org_id', '=', orgId)
    .select(['kind', sql`body`.as('body')])
    .orderBy('kind')
    .orderBy(sql`id collate "C"`)
    .execute();
  for (const { kind, body } of found) await put(kind as TransferLine['name'], body);
}

async function exportPeople({ rows, orgId, put }: Own): Promise<void> {
  const users = await rows
    .selectFrom('users')
    .where('org_id', '=', orgId)
    .selectAll()
    .orderBy(sql`id collate "C"`)
    .execute();
  for (const user of users) await put('users', toUser(user));
  const lists = await sql<{ id: string; name: string; folderId: string | null; userIds: string[] }>`
    select id, name, folder_id as "folderId", array(
      select user_id from user_list_members as member
      where member.org_id = list.org_id and member.list_id = list.id order by place
    ) as "userIds"
    from user_lists as list where org_id = ${orgId} order by id collate "C"
  `.execute(rows);
  for (const list of lists.rows) await put('userLists', list);
}

/** How often people were changed, which a campaign file does not know. */
async function exportVersions({ rows, orgId, put }: Own): Promise<void> {
  const changed = await rows
    .selectFrom('users')
    .where('org_id', '=', orgId)
    .where('version', '>', 1)
    .select(['id', 'version'])
    .orderBy(sql`id collate "C"`)
    .execute();
  for (const entry of changed) await put('userVersions', entry);
}

async function exportActions({ rows, orgId, put }: Own): Promise<void> {
  const actions = await rows
    .selectFrom('actions')
    .where('org_id', '=', orgId)
    .select(ACTION_COLUMNS)
    .orderBy(sql`id collate "C"`)
    .execute();
  for (const row of actions) {
    const { campaignId: _, ...action } = toAction(row);
    await put('actions', action);
  }
  const links = await rows
    .selectFrom('share_links')
    .where('org_id', '=', orgId)
    .select(['action_id as actionId', 'token'])
    .orderBy(sql`token collate "C"`)
    .execute();
  for (const link of links) await put('shareLinks', link);
}

async function exportDeliveries({ rows, orgId, put }: Own): Promise<void> {
  const deliveries = await rows
    .selectFrom('deliveries')
    .where('org_id', '=', orgId)
    .select(['action_id as actionId', 'user_id as userId', 'source', 'sent_at as sentAt'])
    .orderBy(sql`action_id collate "C"`)
    .orderBy(sql`user_id collate "C"`)
    .execute();
  for (const delivery of deliveries) await put('deliveries', delivery);
}

/** The log, which is read in pieces because it may be longer than memory. */
async function exportEvents(
  { rows, orgId, put }: Own,
  onProgress: ExportOptions['onProgress'],
): Promise<void> {
  const own = () => rows.selectFrom('events').where('org_id', '=', orgId);
  const { total } = await own()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  let after = '';
  for (let done = 0; done < total;) {
    const piece = await own()
      .where(sql<boolean>`id collate "C" > ${after}`)
      .select(['id', sql<ActionEvent>`body`.as('body')])
      .orderBy(sql`id collate "C"`)
      .limit(PIECE)
      .execute();
    for (const { body } of piece) await put('events', body);
    after = piece.at(-1)?.id ?? after;
    done += piece.length;
    if (piece.length === 0) return;
    onProgress?.(done, total);
  }
}
