import type { Insertable, Selectable } from 'kysely';

import { foldText, sortText } from '@groundswell/elements/backend';
import { primaryLanguage, type Action } from '@groundswell/elements/domain';

import type { StoreTables } from '../database/store-tables.js';
import { toSqlText, toSqlTime } from './sql-text.js';

type ActionColumns = StoreTables['actions'];

/** An action as a row: its documents to the letter, and beside them what is asked for. */
export function toRow(action: Action): Insertable<ActionColumns> {
  const { content, audience, schedule } = action;
  return {
    org_id: action.campaignId,
    id: action.id,
    version: action.version,
    kind: content.kind,
    status: action.status,
    visibility: action.visibility,
    featured: action.featured,
    content: JSON.stringify(content),
    audience: JSON.stringify(audience),
    schedule: JSON.stringify(schedule),
    publish_failure: action.publishFailure,
    copied_from_id: action.copiedFromId,
    created_at: toSqlTime(action.createdAt),
    updated_at: toSqlTime(action.updatedAt),
    published_at: toSqlTime(action.publishedAt),
    closed_at: toSqlTime(action.closedAt),
    deleted_at: toSqlTime(action.deletedAt),
    publish_at: toSqlTime(schedule?.publishAt ?? null),
    closes_at: toSqlTime(content.closesAt),
    shown_at: toSqlTime(schedule?.publishAt ?? action.publishedAt) ?? '-infinity',
    folder_ids: content.folderIds,
    district_ids: audience.districtIds,
    languages: audience.languages.map(primaryLanguage),
    search_text: toSqlText(`${foldText(content.title)}\n${foldText(content.description)}`),
    sort_text: toSqlText(sortText(content.title)),
  };
}

/** The columns that an action is read from. */
export const ACTION_COLUMNS = [
  ...(['org_id', 'id', 'version', 'status', 'visibility', 'featured', 'content', 'audience'] as const),
  ...(['schedule', 'publish_failure', 'copied_from_id', 'created_at', 'updated_at', 'published_at'] as const),
  ...(['closed_at', 'deleted_at'] as const),
] as const;

type ActionRow = Pick<Selectable<ActionColumns>, (typeof ACTION_COLUMNS)[number]>;

/** A row as an action. What is in it was checked when it was written. */
export const toAction = (row: ActionRow): Action => ({
  id: row.id,
  campaignId: row.org_id,
  version: row.version,
  content: row.content as unknown as Action['content'],
  status: row.status as Action['status'],
  visibility: row.visibility as Action['visibility'],
  featured: row.featured,
  audience: row.audience as unknown as Action['audience'],
  schedule: row.schedule as unknown as Action['schedule'],
  publishFailure: row.publish_failure as Action['publishFailure'],
  copiedFromId: row.copied_from_id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  publishedAt: row.published_at,
  closedAt: row.closed_at,
  deletedAt: row.deleted_at,
});
