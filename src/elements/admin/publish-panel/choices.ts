import type { Action, Audience } from '../../../domain/action/action-schema.js';
import { resolveWallTime, toWallTime, type ResolvedTime } from '../../../domain/schedule/wall-time.js';
import type { Id } from '../../../domain/values/id-schema.js';
import type { Language } from '../../../domain/values/language-schema.js';

/** Everything that somebody decides about publishing an action. */
export interface Choices {
  readonly who: 'public' | 'private';
  readonly when: 'now' | 'later';
  readonly date: string;
  readonly time: string;
  readonly zone: string;
  /** Whom to send to, beyond those it was sent to before. */
  readonly listIds: readonly Id[];
  readonly folderIds: readonly Id[];
  readonly userIds: readonly Id[];
  readonly districtIds: readonly Id[];
  readonly languages: readonly Language[];
}

/** What was chosen here and is not true yet. It lies over the action, so that a newer version loses none of it. */
export type Edits = Partial<Choices>;

/** Whether an action is out, and what is chosen now adds to it. */
export const isOut = ({ status }: Pick<Action, 'status'>): boolean => status === 'published';

/** What is chosen: what the action says, and over it what somebody has changed. */
export function choicesOf(action: Action, edits: Edits, defaultZone: string): Choices {
  const { audience, schedule, visibility } = action;
  const zone = edits.zone ?? defaultZone;
  const planned = schedule === null ? { date: '', time: '' } : toWallTime(schedule.publishAt, zone);
  const isPrivate = isOut(action) ? visibility === 'private' : schedule?.visibility === 'private';
  return {
    who: isPrivate ? 'private' : 'public',
    when: schedule === null ? 'now' : 'later',
    ...planned,
    listIds: isOut(action) ? [] : audience.listIds,
    folderIds: [],
    userIds: isOut(action) ? [] : audience.userIds,
    districtIds: audience.districtIds,
    languages: audience.languages,
    ...edits,
    zone,
  };
}

/** The instant that is chosen. A time that nobody has touched stays the instant that it is. */
export function chosenTime(action: Action, edits: Edits, choices: Choices): ResolvedTime {
  const isTouched = edits.date !== undefined || edits.time !== undefined;
  if (!isTouched && action.schedule !== null) return { kind: 'exact', instant: action.schedule.publishAt };
  return resolveWallTime(choices, choices.zone);
}

/** Whether the limits are no longer those that are stored. Their order means nothing. */
export const hasNewLimits = ({ audience }: Pick<Action, 'audience'>, choices: Choices): boolean =>
  !sameMembers(audience.districtIds, choices.districtIds) ||
  !sameMembers(audience.languages, choices.languages);

/** Whether anybody is chosen to be sent to. */
export const hasRecipients = ({ listIds, folderIds, userIds }: Choices): boolean =>
  listIds.length + folderIds.length + userIds.length > 0;

/** Who would see the action with these choices, as a question to a backend. */
export const audienceQuestion = (action: Action, choices: Choices) => {
  const before: Pick<Audience, 'listIds' | 'userIds'> = isOut(action)
    ? action.audience
    : { listIds: [], userIds: [] };
  return {
    visibility: choices.who,
    listIds: union(before.listIds, choices.listIds),
    folderIds: [...choices.folderIds],
    userIds: union(before.userIds, choices.userIds),
    districtIds: [...choices.districtIds],
    languages: [...choices.languages],
  };
};

export const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((member) => b.includes(member));
