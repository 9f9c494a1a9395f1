import type { CallOutput } from '../contract/call.js';
import { listChanges, type Change } from '../contract/calls/changes.js';
import { CHANGE_TOPICS } from '../contract/change-topic.js';
import type { Transport } from '../contract/client.js';
import { ClientError } from '../contract/client-error.js';
import { readShape } from '../contract/read-shape.js';

/** How far somebody has come who follows changes. */
export interface Progress {
  cursor: string | undefined;
}

export type ListedChanges = CallOutput<typeof listChanges>;

/**
 * What an answer of `changes.list` says.
 *
 * @throws Error where it is not what was agreed.
 */
export const readChanges = (raw: unknown): ListedChanges =>
  readShape(listChanges.answer, raw) as ListedChanges;

/**
 * Asks once what has changed since. Where what happened since is not to be known any more, everything is worth loading
 * again, and what counts from then on is asked for first.
 *
 * @throws What `send` does, after which nothing is missed: the next time asks from the same place.
 */
export async function pollChanges(
  send: Transport['send'],
  progress: Progress,
  signal: AbortSignal,
): Promise<readonly Change[]> {
  const { cursor } = progress;
  try {
    const answer = readChanges(await send(listChanges, { cursor }, { signal }));
    progress.cursor = answer.cursor;
    return answer.changes;
  } catch (error) {
    const isForgotten = error instanceof ClientError && error.code === 'invalid-input';
    if (cursor === undefined || !isForgotten) throw error;
    progress.cursor = readChanges(await send(listChanges, {}, { signal })).cursor;
    return CHANGE_TOPICS.map((topic) => ({ topic, actionId: null }));
  }
}
