import type { Action, Audience } from '../domain/action/action-schema.js';
import type { Id } from '../domain/values/id-schema.js';
import { recordEvents } from './record-event.js';
import { stamp, type Work } from './work.js';

type Targets = Pick<Audience, 'listIds' | 'userIds'>;

/**
 * Delivers an action to the users on lists and to users picked one by one, each once. Who is on a list is read now:
 * somebody who joins it later has not been sent the action until it is sent again.
 *
 * @returns How many had not been sent it before.
 */
export async function deliver(work: Work, action: Pick<Action, 'id'>, targets: Targets): Promise<number> {
  const sentAt = stamp(work);
  const direct = new Set(targets.userIds);
  const everyone = new Set<Id>([...direct, ...(await work.ports.people.members(targets.listIds))]);
  const added = await work.ports.deliveries.add(
    [...everyone].map((userId) => ({
      actionId: action.id,
      userId,
      source: direct.has(userId) ? 'direct' : 'list',
      sentAt,
    })),
  );
  await recordEvents(
    work,
    added.map(({ userId, source }) => ({
      type: 'delivered',
      actionId: action.id,
      participant: `user:${userId}`,
      occurredAt: sentAt,
      source,
    })),
  );
  return added.length;
}

/** User lists, with those that lie in folders, each once. */
export async function expandFolders(
  { ports }: Pick<Work, 'ports'>,
  { listIds, folderIds }: { readonly listIds: readonly Id[]; readonly folderIds: readonly Id[] },
): Promise<Id[]> {
  const inFolders = folderIds.length === 0 ? [] : await ports.people.listsInFolders(folderIds);
  return [...new Set([...listIds, ...inFolders])];
}
