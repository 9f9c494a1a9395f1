import type { Engagement } from '../contract/feed.js';
import type { ActionEvent, Participant } from '../domain/results/event-schema.js';
import type { Id, Timestamp } from '../domain/values/id-schema.js';
import { fingerprint } from './fingerprint.js';
import { stamp, type Work } from './work.js';

type Recorded = 'id' | 'recordedAt';
type WithoutRecord<E> = E extends ActionEvent ? Omit<E, Recorded> : never;
/** An event before it is written down. */
export type Happening = WithoutRecord<ActionEvent>;

/**
 * Appends an event whose id follows from `once`, so that the same thing told twice is one event, and tells of it.
 * Answers whether it was new.
 */
export async function recordEvent(
  work: Work,
  happening: Happening,
  once: readonly string[],
): Promise<boolean> {
  return (await recordEvents(work, [happening], once)) > 0;
}

/** The same for many at once. Answers how many were new. */
export async function recordEvents(
  work: Work,
  happenings: readonly Happening[],
  once: readonly string[] = [],
): Promise<number> {
  const recordedAt = stamp(work);
  const events = await Promise.all(
    happenings.map(async (happening) => {
      const { type, actionId, participant } = happening;
      return { ...happening, id: await fingerprint([type, actionId, participant, ...once]), recordedAt };
    }),
  );
  const added = await work.ports.events.append(events);
  if (added > 0) for (const { actionId } of events) work.announce('results', actionId);
  return added;
}

/** Records what counts once per person: the first time stands, every further one changes nothing. */
export const recordFirst = (
  work: Work,
  type: 'seen' | 'started',
  actionId: Id,
  participant: Participant,
  occurredAt: Timestamp = stamp(work),
): Promise<boolean> => recordEvent(work, { type, actionId, participant, occurredAt }, []);

/** How far a person has come with one action; nowhere, if nobody knows who it is. */
export async function engagementWith(
  work: Pick<Work, 'ports'>,
  actionId: Id,
  participant: Participant | undefined,
): Promise<Engagement> {
  if (participant === undefined) return UNTOUCHED;
  const found = await work.ports.events.engagements([actionId], participant);
  return found.get(actionId) ?? UNTOUCHED;
}

/** Nobody has seen, started or completed anything. */
export const UNTOUCHED: Engagement = { seenAt: null, startedAt: null, completedAt: null, performs: 0 };
