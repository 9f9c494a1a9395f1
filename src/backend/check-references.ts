import { ProblemError } from '../contract/problem-error.js';
import type { ActionContent } from '../domain/action/action-schema.js';
import type { Id } from '../domain/values/id-schema.js';
import type { LookupRows } from './ports.js';
import type { Work } from './work.js';

/** An id in a call's body, where it stands, and what it should be the id of. */
export interface Reference {
  readonly path: string;
  readonly table: keyof LookupRows;
  readonly id: Id;
}

/**
 * Refuses ids that this campaign does not have, naming each field. One of another campaign is as unknown as one that
 * nobody has.
 */
export async function requireKnown(
  { ports }: Pick<Work, 'ports'>,
  references: readonly Reference[],
  code: 'invalid-input' | 'not-found' = 'invalid-input',
): Promise<void> {
  const missing = new Set<string>();
  for (const table of new Set(references.map((reference) => reference.table))) {
    const ids = new Set(references.filter((reference) => reference.table === table).map(({ id }) => id));
    for (const id of await ports.lookups.missing(table, [...ids])) missing.add(`${table}/${id}`);
  }
  const fields = references
    .filter(({ table, id }) => missing.has(`${table}/${id}`))
    .map(({ path }) => ({ path, code: 'unknown-reference' }) as const);
  if (fields.length > 0) throw new ProblemError(code, { fields });
}

/** References that stand in a list, each under its place. */
export const eachOf = (path: string, table: keyof LookupRows, ids: readonly Id[] = []): Reference[] =>
  ids.map((id, index) => ({ path: `${path}.${index}`, table, id }));

/** What an action's content refers to. */
export function referencesOf(content: ActionContent): Reference[] {
  const { folderIds, targetListId } = content;
  const target = { path: 'content.targetListId', table: 'contactLists' } as const;
  return [
    ...eachOf('content.folderIds', 'folders', folderIds),
    ...(targetListId === null ? [] : [{ ...target, id: targetListId }]),
    ...('scripts' in content ? textingReferences(content) : []),
    ...(content.kind === 'survey' ? content.questions.map(questionReference) : []),
  ];
}

type Texting = Extract<ActionContent, { scripts: unknown }>;
type Question = Extract<ActionContent, { kind: 'survey' }>['questions'][number];

const textingReferences = ({ reportSettings, scripts }: Texting): Reference[] => [
  ...eachOf('content.reportSettings.tagIds', 'tags', reportSettings.tagIds),
  ...eachOf('content.reportSettings.fieldIds', 'fields', reportSettings.fieldIds),
  ...scripts.flatMap(({ tagIds }, index) => eachOf(`content.scripts.${index}.tagIds`, 'tags', tagIds)),
];

function questionReference({ bindsTo }: Question, index: number): Reference {
  const path = `content.questions.${index}.bindsTo`;
  return bindsTo.to === 'tag'
    ? { path: `${path}.tagId`, table: 'tags', id: bindsTo.tagId }
    : { path: `${path}.fieldId`, table: 'fields', id: bindsTo.fieldId };
}

interface Recipients {
  readonly listIds?: readonly Id[];
  readonly folderIds?: readonly Id[];
  readonly userIds?: readonly Id[];
}

/** Whom an action can be sent to, as it stands in a call's body. */
export const recipientReferences = (recipients: Recipients, prefix = ''): Reference[] => [
  ...eachOf(`${prefix}listIds`, 'userLists', recipients.listIds),
  ...eachOf(`${prefix}folderIds`, 'folders', recipients.folderIds),
  ...eachOf(`${prefix}userIds`, 'users', recipients.userIds),
];
