import type { ClientError } from '../../../contract/client-error.js';
import type { ActionKind } from '../../../domain/action/action-kind.js';
import type { Action, ActionContent, ActionStatus } from '../../../domain/action/action-schema.js';
import { keepSavable } from '../../../domain/action/check-draft.js';
import { isSame, mergeContent, suggestSides, type Side } from '../../../domain/action/compare-content.js';
import { newContent } from '../../../domain/action/new-content.js';

export type Saving =
  | { readonly status: 'idle' }
  | { readonly status: 'saving' }
  | { readonly status: 'saved'; readonly at: Date }
  | { readonly status: 'failed'; readonly error: ClientError };

/** Somebody else has saved in the meantime: their version, and what was chosen of each field that differs. */
export interface Conflict {
  readonly theirs: Action;
  readonly sides: Readonly<Record<string, Side>>;
}

/** What somebody is writing, beside what the backend has. Every change of it is one of the functions below. */
export interface Draft {
  /** The action as last read or saved; absent while it exists only here. */
  readonly base: Action | undefined;
  /** What is typed, to the letter. It may hold what a backend would refuse. */
  readonly content: ActionContent;
  /** What was last sent and not yet answered or finally refused. A retry sends it again, so that nothing is made twice. */
  readonly attempt: ActionContent | undefined;
  readonly saving: Saving;
  readonly conflict: Conflict | undefined;
}

const calm = { attempt: undefined, saving: { status: 'idle' }, conflict: undefined } as const;

export const startDraft = (kind: ActionKind): Draft => ({
  base: undefined,
  content: newContent(kind),
  ...calm,
});

export const openDraft = (action: Action): Draft => ({ base: action, content: action.content, ...calm });

/** What the backend has of it. */
export const savedContent = (draft: Draft): ActionContent =>
  draft.base?.content ?? newContent(draft.content.kind);

export const statusOf = (draft: Draft): ActionStatus => draft.base?.status ?? 'draft';

/** Only drafts are saved by themselves: what volunteers see, or soon will, changes when somebody says so. */
export const isAutosaved = (draft: Draft): boolean => statusOf(draft) === 'draft';

export const isReadOnly = (draft: Draft): boolean => statusOf(draft) === 'deleted';

/** Whether something is typed here that the backend does not have. */
export const isDirty = (draft: Draft): boolean => !isSame(draft.content, savedContent(draft));

/** Whether there is something to send: dirty, and not only by what the backend would refuse. */
export const hasNews = (draft: Draft): boolean =>
  draft.conflict === undefined &&
  !isReadOnly(draft) &&
  (draft.attempt !== undefined || !isSame(savable(draft), savedContent(draft)));

const savable = (draft: Draft): ActionContent => keepSavable(draft.content, savedContent(draft));

export const editDraft = (draft: Draft, patch: object): Draft => ({
  ...draft,
  content: { ...draft.content, ...patch },
});

/** Begins a save; `attempt` is what to send. */
export const startSave = (draft: Draft): Draft & { readonly attempt: ActionContent } => ({
  ...draft,
  attempt: draft.attempt ?? savable(draft),
  saving: { status: 'saving' },
});

/** The backend has it. What was typed meanwhile stays typed. */
export const acceptSave = (draft: Draft, action: Action, at: Date): Draft => ({
  base: action,
  content: draft.content,
  attempt: undefined,
  saving: { status: 'saved', at },
  conflict: undefined,
});

export const failSave = (draft: Draft, error: ClientError): Draft => ({
  ...draft,
  attempt: error.isTransient ? draft.attempt : undefined,
  saving: { status: 'failed', error },
});

/** A save that a host has stopped. */
export const stopSave = (draft: Draft): Draft => ({
  ...draft,
  attempt: undefined,
  saving: { status: 'idle' },
});

/**
 * Somebody else's version has come between. Where it says what was sent (a save whose answer was lost), or where only the
 * state has changed and not the words, there is nothing to choose.
 */
export function meetConflict(draft: Draft, theirs: Action): Draft {
  const base = savedContent(draft);
  const idle = { ...draft, attempt: undefined, saving: { status: 'idle' } } as const;
  const isOurs = draft.attempt !== undefined && isSame(theirs.content, draft.attempt);
  if (isOurs || isSame(theirs.content, base) || isSame(theirs.content, draft.content)) {
    return { ...idle, base: theirs, conflict: undefined };
  }
  const sides = suggestSides(base, draft.content, theirs.content);
  return { ...idle, conflict: { theirs, sides } };
}

/** Chooses a side, of one field or of all. */
export function chooseSide(draft: Draft, side: Side, field?: string): Draft {
  if (draft.conflict === undefined) return draft;
  const fields = field === undefined ? Object.keys(draft.conflict.sides) : [field];
  const chosen = Object.fromEntries(fields.map((name) => [name, side] as const));
  return { ...draft, conflict: { ...draft.conflict, sides: { ...draft.conflict.sides, ...chosen } } };
}

/** Goes on with the chosen sides on top of their version. It is typed here, and not saved yet. */
export function settleConflict(draft: Draft): Draft {
  if (draft.conflict === undefined) return draft;
  const { theirs, sides } = draft.conflict;
  return { ...openDraft(theirs), content: mergeContent(draft.content, theirs.content, sides) };
}

/** A newer version was read. It replaces what is shown, unless something is typed here that it does not have. */
export function receiveAction(draft: Draft, action: Action): Draft {
  const { base } = draft;
  if (base !== undefined && action.version <= base.version) return draft;
  if (!isDirty(draft)) return { ...openDraft(action), saving: draft.saving };
  return meetConflict(draft, action);
}
