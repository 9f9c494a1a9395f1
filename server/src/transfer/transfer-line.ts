import * as z from 'zod/mini';

import { campaignData, type CampaignData } from '@groundswell/elements/backend';

import { EXTRA_TABLES, type ExtraTable } from './extra-tables.js';

/** The format that this release writes. One that it cannot read has a higher number. */
export const FORMAT = 1;

/** Lists of a campaign that fit into memory: all but the log and what was sent. */
export const CAMPAIGN_LISTS = [
  ...(['folders', 'districts', 'tags', 'fields', 'contactLists'] as const),
  ...(['users', 'userLists', 'actions', 'shareLinks'] as const),
] as const;

export type CampaignList = (typeof CAMPAIGN_LISTS)[number];

/** Lists that may have millions of entries: read and written in pieces. */
export const LONG_LISTS = ['deliveries', 'events'] as const;

export type LongList = (typeof LONG_LISTS)[number];

const header = z.object({
  groundswell: z.object({ format: z.literal(FORMAT), revision: z.string() }),
});

/** What every line but the first holds: one entry, under the name of the list that it is of. */
export type TransferLine =
  | { readonly name: 'campaign'; readonly entry: unknown }
  | { readonly name: CampaignList | LongList | ExtraTable; readonly entry: unknown }
  | { readonly name: 'userVersions'; readonly entry: { readonly id: string; readonly version: number } }
  | { readonly name: 'end'; readonly entry: { readonly lines: number } };

const NAMES: ReadonlySet<string> = new Set([
  ...['campaign', 'userVersions', 'end'],
  ...[...CAMPAIGN_LISTS, ...LONG_LISTS, ...EXTRA_TABLES],
]);

/** A line that is not right, and which one. */
export class TransferError extends Error {
  override readonly name = 'TransferError';

  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

export const writeHeader = (revision: string): string =>
  JSON.stringify({ groundswell: { format: FORMAT, revision } });

/** Escaped is what some readers of lines take for the end of one. */
export const writeLine = (name: TransferLine['name'], entry: unknown): string =>
  JSON.stringify({ [name]: entry })
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

/** The revision that the first line names. */
export function readHeader(text: string): string {
  const { data } = header.safeParse(parse(text, 1));
  if (data === undefined) throw new TransferError(1, `is not the start of an export of format ${FORMAT}`);
  return data.groundswell.revision;
}

export function readLine(text: string, line: number): TransferLine {
  const value = parse(text, line);
  const [name = '', ...others] = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (!NAMES.has(name) || others.length > 0)
    throw new TransferError(line, 'holds nothing that is known here');
  return { name, entry: (value as Record<string, unknown>)[name] } as TransferLine;
}

/** An entry of a long list, to the letter as it is written, once it is known to be one. */
export function checkEntry<Name extends LongList>(
  name: Name,
  entry: unknown,
  line: number,
): CampaignData[Name][number] {
  const { error } = campaignData.shape[name].safeParse([entry]);
  if (error === undefined) return entry as CampaignData[Name][number];
  const field = error.issues[0]?.path.slice(1).join('.') ?? '';
  throw new TransferError(line, `is not an entry of ${name}: ${field} is not right`);
}

function parse(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TransferError(line, 'is not JSON');
  }
}
