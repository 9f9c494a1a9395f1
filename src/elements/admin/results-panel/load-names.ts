import { getAction } from '../../../contract/calls/actions.js';
import type { Client } from '../../../contract/client.js';
import { listFields, listTags } from '../../../contract/calls/lookups.js';
import type { ActionContent, ContentOf } from '../../../domain/action/action-schema.js';
import type { Frequency } from '../../../domain/results/results-schema.js';
import type { Id } from '../../../domain/values/id-schema.js';
import { isBlank } from '../../../domain/values/is-blank.js';

/** What the ids in results stand for. */
export interface ResultNames extends Readonly<Record<Frequency['of'], ReadonlyMap<Id, string>>> {
  readonly title: string;
  readonly questions: ContentOf<'survey'>['questions'];
}

const byId = (items: readonly { readonly id: Id; readonly name: string }[]): ReadonlyMap<Id, string> =>
  new Map(items.map(({ id, name }) => [id, name]));

const SCRIPT_BEGINNING = 60;

/** Scripts by their label, or by how they begin. */
const scriptNames = (content: ActionContent): ReadonlyMap<Id, string> =>
  new Map(
    'scripts' in content
      ? content.scripts.map(({ id, label, body }) => [
          id,
          isBlank(label) ? body.slice(0, SCRIPT_BEGINNING) : label,
        ])
      : [],
  );

/** Reads the names of what one action's results speak of. */
export async function loadNames(client: Client, id: Id, signal: AbortSignal): Promise<ResultNames> {
  const [{ content }, tags, fields] = await Promise.all([
    client.call(getAction, { id }, { signal }),
    client.call(listTags, { limit: 100 }, { signal }),
    client.call(listFields, { limit: 100 }, { signal }),
  ]);
  return {
    title: content.title,
    tag: byId(tags.items),
    field: byId(fields.items),
    script: scriptNames(content),
    questions: content.kind === 'survey' ? content.questions : [],
  };
}
