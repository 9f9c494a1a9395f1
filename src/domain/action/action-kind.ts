/** The eight kinds of action, in the order in which they are offered. */
export const ACTION_KINDS = [
  'peer_to_peer',
  'friend_to_friend',
  'canvassing',
  'social_sharing',
  'video_stories',
  'survey',
  'open_webpage',
  'voter_registration',
] as const;

export type ActionKind = (typeof ACTION_KINDS)[number];

/** Kinds whose volunteers write to contacts, and which therefore have scripts. */
export const TEXTING_KINDS = [
  'peer_to_peer',
  'friend_to_friend',
  'canvassing',
] as const satisfies readonly ActionKind[];

export type TextingKind = (typeof TEXTING_KINDS)[number];

export const isTextingKind = (kind: ActionKind): kind is TextingKind =>
  (TEXTING_KINDS as readonly ActionKind[]).includes(kind);

/** Kinds that an organization may open to people without an account. */
export const ANONYMOUS_KINDS = ['survey', 'voter_registration'] as const satisfies readonly ActionKind[];

export const mayBeAnonymous = (kind: ActionKind): boolean =>
  (ANONYMOUS_KINDS as readonly ActionKind[]).includes(kind);
