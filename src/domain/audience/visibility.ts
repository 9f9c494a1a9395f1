import type { Action } from '../action/action-schema.js';
import type { Id } from '../values/id-schema.js';
import { primaryLanguage, type Language } from '../values/language-schema.js';

/** The person whose view it is. A visitor has no user id and no known districts. */
export interface Viewer {
  readonly userId: Id | null;
  readonly districtIds: readonly Id[];
  readonly language: Language;
}

/** How the action came to this person, if it did. */
export interface Reach {
  readonly delivered: boolean;
  readonly byShareLink: boolean;
}

/** The first rule that hides an action from a person, in the order in which they are asked. */
export const HIDING_RULES = ['not-published', 'not-sent-to-you', 'other-district', 'other-language'] as const;
export type HidingRule = (typeof HIDING_RULES)[number];

export type VisibilityDecision = { readonly ok: true } | { readonly ok: false; readonly reason: HidingRule };

/**
 * Whether a person can see an action (INV-5): it is published, and public or brought to them by a delivery or a share
 * link; and the limits on districts and languages are empty or include theirs. Limits narrow public and private alike.
 */
export function decideVisibility(
  action: Pick<Action, 'status' | 'visibility' | 'audience'>,
  viewer: Viewer,
  reach: Reach,
): VisibilityDecision {
  if (action.status !== 'published') return { ok: false, reason: 'not-published' };
  const isReached = action.visibility === 'public' || reach.delivered || reach.byShareLink;
  if (!isReached) return { ok: false, reason: 'not-sent-to-you' };
  const { districtIds, languages } = action.audience;
  if (!allows(districtIds, viewer.districtIds)) return { ok: false, reason: 'other-district' };
  const spoken = [primaryLanguage(viewer.language)];
  if (!allows(languages.map(primaryLanguage), spoken)) return { ok: false, reason: 'other-language' };
  return { ok: true };
}

/** An empty limit lets everyone through. */
const allows = (limit: readonly string[], own: readonly string[]): boolean =>
  limit.length === 0 || own.some((value) => limit.includes(value));
