import type { User } from '../people/people-schema.js';
import { userName } from '../people/user-name.js';
import type { Id } from '../values/id-schema.js';
import type { Language } from '../values/language-schema.js';
import type { AudienceExplanation, AudienceStep } from './audience-schema.js';
import { decideVisibility, type HidingRule } from './visibility.js';

/** How many people are named as examples. */
export const AUDIENCE_EXAMPLES = 5;

/** An audience as an organizer puts it together, with lists and folders already turned into people. */
export interface AudienceQuestion {
  readonly visibility: 'public' | 'private';
  /** Whom it would be sent to; of no consequence where it is public. */
  readonly recipientIds: ReadonlySet<Id>;
  readonly districtIds: readonly Id[];
  readonly languages: readonly Language[];
}

/** Which step of the explanation a person who can't see the action was lost at. */
const LOST_AT = {
  'not-published': 'everyone',
  'not-sent-to-you': 'sent-to',
  'other-district': 'districts',
  'other-language': 'languages',
} as const satisfies Record<HidingRule, AudienceStep['rule']>;

/**
 * Who would see an action with this audience once it is published, rule by rule: everyone with an account, whether they
 * organize or volunteer; those it is sent to, where it is private; those in its districts; those who use its languages.
 * A limit that is empty is listed too and loses nobody. Examples are the first people in the order given.
 */
export function explainAudience(users: readonly User[], question: AudienceQuestion): AudienceExplanation {
  const lost = { everyone: 0, 'sent-to': 0, districts: 0, languages: 0 };
  const seers: User[] = [];
  for (const user of users) {
    const decision = wouldSee(user, question);
    if (decision.ok) seers.push(user);
    else lost[LOST_AT[decision.reason]] += 1;
  }
  const rules: AudienceStep['rule'][] =
    question.visibility === 'private'
      ? ['everyone', 'sent-to', 'districts', 'languages']
      : ['everyone', 'districts', 'languages'];
  let left = users.length;
  const steps = rules.map((rule) => {
    const before = left;
    left -= lost[rule];
    return { rule, before, after: left };
  });
  const examples = seers
    .slice(0, AUDIENCE_EXAMPLES)
    .map((user) => ({ userId: user.id, name: userName(user) }));
  return { steps, total: seers.length, examples };
}

function wouldSee({ id, districtIds, language }: User, question: AudienceQuestion) {
  const audience = {
    listIds: [],
    userIds: [],
    districtIds: [...question.districtIds],
    languages: [...question.languages],
  };
  return decideVisibility(
    { status: 'published', visibility: question.visibility, audience },
    { userId: id, districtIds, language },
    { delivered: question.recipientIds.has(id), byShareLink: false },
  );
}
