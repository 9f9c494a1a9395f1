import type { Action } from '../../domain/action/action-schema.js';
import type { Campaign } from '../../domain/people/campaign-schema.js';
import type { ActionEvent } from '../../domain/results/event-schema.js';
import type { Change } from '../../contract/changes.js';
import type { Delivery } from '../campaign-data-schema.js';
import type {
  KeyRecord,
  LookupRows,
  OutgoingMessage,
  Referral,
  SignInCode,
  SignInSession,
} from '../ports.js';

/** The rows that the stores in this folder keep, by table. */
export interface Rows extends LookupRows {
  campaigns: { readonly campaign: Campaign; readonly revision: string };
  actions: Action;
  deliveries: Delivery;
  events: ActionEvent;
  keys: KeyRecord;
  shareLinks: { readonly actionId: string; readonly token: string };
  referrals: Referral;
  changes: Change & { readonly seq: number };
  counters: { readonly name: 'changes' | 'keys-pruned' | 'messages'; readonly value: number };
  signInCodes: SignInCode;
  sessions: SignInSession;
  messages: { readonly message: OutgoingMessage; readonly seq: number };
}

export type TableName = keyof Rows;

interface Table<Row> {
  /** What tells a row from the others of its campaign. */
  key(row: Row): readonly string[];
  /** By what else it is found; a row without a value is not in that index. */
  readonly indexes: { readonly [index: string]: (row: Row) => readonly string[] | undefined };
}

const byId: Table<{ readonly id: string }> = { key: (row) => [row.id], indexes: {} };

/** Wide enough that numbers sort as text. */
const padded = (value: number): string => String(value).padStart(15, '0');

/** Every table with its key and its indexes. Another index or table needs another step in `upgrades.ts`. */
export const TABLES: { readonly [T in TableName]: Table<Rows[T]> } = {
  campaigns: { key: () => ['campaign'], indexes: {} },
  users: byId,
  userLists: {
    key: (row) => [row.id],
    indexes: { folder: (row) => (row.folderId === null ? undefined : [row.folderId]) },
  },
  contactLists: byId,
  folders: byId,
  districts: byId,
  tags: byId,
  fields: byId,
  actions: { key: (row) => [row.id], indexes: { status: (row) => [row.status] } },
  deliveries: { key: (row) => [row.actionId, row.userId], indexes: { user: (row) => [row.userId] } },
  events: {
    key: (row) => [row.id],
    indexes: { action: (row) => [row.actionId], participant: (row) => [row.actionId, row.participant] },
  },
  keys: { key: (row) => [row.scope], indexes: {} },
  shareLinks: { key: (row) => [row.token], indexes: { action: (row) => [row.actionId] } },
  referrals: { key: (row) => [row.code], indexes: { participant: (row) => [row.actionId, row.participant] } },
  changes: { key: (row) => [padded(row.seq)], indexes: {} },
  counters: { key: (row) => [row.name], indexes: {} },
  signInCodes: { key: (row) => [row.address], indexes: {} },
  sessions: byId,
  messages: { key: (row) => [padded(row.seq)], indexes: {} },
};

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** The index by which all rows of a campaign are found in any table. */
export const CAMPAIGN_INDEX = 'campaign';
/** The index of scheduled actions of all campaigns that wait for their time. */
export const WAITING_INDEX = 'waiting';

/** A row as an engine keeps it: under one text, and found by others. */
export interface StoredRow {
  readonly key: string;
  readonly indexes: { readonly [index: string]: string };
  readonly row: unknown;
}

/** Ids and participants have no slash, so a joined key stands for one list of parts. */
export const joinKey = (campaignId: string, parts: readonly string[]): string =>
  [campaignId, ...parts].join('/');

export function toStored<T extends TableName>(campaignId: string, table: T, row: Rows[T]): StoredRow {
  const indexes: { [index: string]: string } = { [CAMPAIGN_INDEX]: campaignId };
  for (const [name, partsOf] of Object.entries(TABLES[table].indexes)) {
    const parts = partsOf(row);
    if (parts !== undefined) indexes[name] = joinKey(campaignId, parts);
  }
  if (table === 'actions' && isWaiting(row as Action)) indexes[WAITING_INDEX] = WAITING_INDEX;
  return { key: joinKey(campaignId, TABLES[table].key(row)), indexes, row };
}

const isWaiting = (action: Action): boolean =>
  action.status === 'scheduled' && action.publishFailure === null;
