import { ProblemError } from '../contract/problem.js';
import type { ActionContent } from '../domain/action/action-schema.js';
import type { FieldIssue } from '../domain/values/field-issue-schema.js';
import type { Id } from '../domain/values/id-schema.js';
import type { LookupRows } from './ports.js';
import type { Work } from './work.js';

/** Ids in a call's body, where they stand, and what they should be ids of. */
export interface References {
  readonly path: string;
  readonly table: keyof LookupRows;
  readonly ids: readonly Id[];
}

/**
 * Refuses ids that this campaign does not have, naming the field. One of another campaign is as unknown as one that
 * nobody has.
 */
export async function requireKnown(
  { ports }: Pick<Work, 'ports'>,
  references: readonly References[],
  code: 'invalid-input' | 'not-found' = 'invalid-input',
): Promise<void> {
  const fields: FieldIssue[] = [];
  for (const { path, table, ids } of references) {
    const missing = new Set(ids.length === 0 ? [] : await ports.lookups.missing(table, ids));
    ids.forEach((id, index) => {
      if (missing.has(id)) fields.push({ path: `${path}.${index}`, code: 'unknown-reference' });
    });
  }
  if (fields.length > 0) throw new ProblemError(code, { fields });
}

/** What an action's content refers to. */
export function referencesOf(content: ActionContent): References[] {
  const references: References[] = [{ path: 'content.folderIds', table: 'folders', ids: content.folderIds }];
  if (content.targetListId !== null) {
    references.push({ path: 'content.targetListId', table: 'contactLists', ids: [content.targetListId] });
  }
  if ('reportSettings' in content) {
    const { tagIds, fieldIds } = content.reportSettings;
    references.push({ path: 'content.reportSettings.tagIds', table: 'tags', ids: tagIds });
    references.push({ path: 'content.reportSettings.fieldIds', table: 'fields', ids: fieldIds });
  }
  return references;
}

/** Whom an action can be sent to, as it stands in a call's body. */
export const recipientReferences = (
  recipients: {
    readonly listIds?: readonly Id[];
    readonly folderIds?: readonly Id[];
    readonly userIds?: readonly Id[];
  },
  prefix = '',
): References[] => [
  { path: `${prefix}listIds`, table: 'userLists', ids: recipients.listIds ?? [] },
  { path: `${prefix}folderIds`, table: 'folders', ids: recipients.folderIds ?? [] },
  { path: `${prefix}userIds`, table: 'users', ids: recipients.userIds ?? [] },
];
