import type { ActionKind } from './action-kind.js';
import { actionContent, type ContentOf } from './action-schema.js';

/** What an organizer starts from: content of one kind with nothing written yet and every default in its place. */
export const newContent = <K extends ActionKind>(kind: K): ContentOf<K> =>
  actionContent.parse({ kind }) as ContentOf<K>;
