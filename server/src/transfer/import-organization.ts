import { sql } from 'kysely';

import { id as idShape, type Id } from '@groundswell/elements/domain';

import { INSTALLATION, type Database } from '../database/database.js';
import { campaignOf } from '../store/campaign-port.js';
import type { Organization } from '../store/organization.js';
import { EXTRA_TABLES } from './extra-tables.js';
import { LineTaker } from './line-taker.js';
import { readHeader, readLine, TransferError } from './transfer-line.js';

export interface ImportOptions {
  readonly database: Database;
  /** The lines of an export, from the beginning; asked for again where the transaction has to begin again. */
  readonly openLines: () => AsyncIterable<string>;
  /** Whether an organization that is there already is forgotten first. */
  readonly replaces?: boolean;
  readonly onProgress?: (lines: number) => void;
}

/** There is an organization of this id, and nobody said that it may be replaced. */
export class OrganizationExists extends Error {
  override readonly name = 'OrganizationExists';
}

/**
 * Reads a whole organization from an export, in one transaction: all of it is there afterwards, or nothing.
 *
 * @returns The id of the organization.
 * @throws TransferError where a line is not right or the end is missing; OrganizationExists.
 */
export async function importOrganization(options: ImportOptions): Promise<Id> {
  const orgId = await findOrganization(options.openLines());
  await options.database.inOrganization(orgId, 'write', async (rows) => {
    const organization = { rows, orgId, logParts: new Set<string>() };
    await makeRoom(organization, options.replaces === true);
    await takeLines(organization, options);
  });
  return orgId;
}

/** The id in the second line. */
async function findOrganization(lines: AsyncIterable<string>): Promise<Id> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (number === 1) {
      readHeader(text);
      continue;
    }
    const { name, entry } = readLine(text, number);
    const known = idShape.safeParse((entry as { readonly id?: unknown } | null)?.id);
    if (name !== 'campaign' || !known.success || known.data === INSTALLATION)
      throw new TransferError(number, 'is not a campaign');
    return known.data;
  }
  throw endIsMissing(number);
}

async function makeRoom(organization: Organization, replaces: boolean): Promise<void> {
  const { rows, orgId } = organization;
  if ((await campaignOf(organization).revision()) === undefined) return;
  if (!replaces) throw new OrganizationExists(`There is an organization ${orgId} already.`);
  for (const table of EXTRA_TABLES)
    await sql`delete from ${sql.table(table)} where org_id = ${orgId}`.execute(rows);
}

async function takeLines(
  organization: Organization,
  { openLines, onProgress }: ImportOptions,
): Promise<void> {
  let number = 0;
  let taker: LineTaker | undefined;
  for await (const text of openLines()) {
    number += 1;
    if (taker === undefined) taker = new LineTaker(organization, readHeader(text));
    else await taker.take(readLine(text, number), number);
    if (number % 500 === 0) onProgress?.(number);
  }
  if (taker?.hasEnded !== true) throw endIsMissing(number);
  await taker.finish();
  onProgress?.(number);
}

const endIsMissing = (lines: number): TransferError =>
  new TransferError(lines + 1, 'is missing: this is not a whole export');
