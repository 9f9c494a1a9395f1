import { describe, expect, it } from 'vitest';

import { ACTION_STATUSES, VISIBILITIES } from '../../../../src/domain/action/action-schema.js';
import { decideVisibility, HIDING_RULES } from '../../../../src/domain/audience/visibility.js';

const DISTRICT_LIMITS = {
  none: { limit: [], own: [] },
  'none, at home somewhere': { limit: [], own: ['north'] },
  'includes mine': { limit: ['north', 'south'], own: ['east', 'south'] },
  'not mine': { limit: ['north'], own: ['south'] },
  'I have none': { limit: ['north'], own: [] },
};
const LANGUAGE_LIMITS = {
  none: { limit: [], own: 'en' },
  'includes mine': { limit: ['en', 'es'], own: 'es' },
  'mine by region': { limit: ['es'], own: 'es-MX' },
  'region of mine': { limit: ['es-US'], own: 'ES' },
  'not mine': { limit: ['en'], own: 'es' },
  'only looks alike': { limit: ['fil'], own: 'fi' },
};
const PASSES = {
  districts: ['none', 'none, at home somewhere', 'includes mine'],
  languages: ['none', 'includes mine', 'mine by region', 'region of mine'],
};

function* situations() {
  for (const status of ACTION_STATUSES)
    for (const visibility of VISIBILITIES)
      for (const delivered of [true, false])
        for (const byShareLink of [true, false])
          for (const districts of Object.keys(DISTRICT_LIMITS) as (keyof typeof DISTRICT_LIMITS)[])
            for (const languages of Object.keys(LANGUAGE_LIMITS) as (keyof typeof LANGUAGE_LIMITS)[])
              for (const userId of ['ada', null])
                yield { status, visibility, delivered, byShareLink, districts, languages, userId };
}

type Situation = ReturnType<typeof situations> extends Generator<infer S> ? S : never;

function look({ status, visibility, delivered, byShareLink, districts, languages, userId }: Situation) {
  const district = DISTRICT_LIMITS[districts];
  const language = LANGUAGE_LIMITS[languages];
  const audience = { listIds: [], userIds: [], districtIds: district.limit, languages: language.limit };
  const viewer = { userId, districtIds: district.own, language: language.own };
  return decideVisibility({ status, visibility, audience }, viewer, { delivered, byShareLink });
}

describe('whether somebody can see an action', () => {
  const all = [...situations()];

  it('is: published, brought to them or public, and within both limits, in every combination', () => {
    expect(all).toHaveLength(5 * 3 * 2 * 2 * 5 * 6 * 2);
    for (const situation of all) {
      const { status, visibility, delivered, byShareLink, districts, languages } = situation;
      const conditions = [
        ['not-published', status === 'published'],
        ['not-sent-to-you', [visibility === 'public', delivered, byShareLink].includes(true)],
        ['other-district', PASSES.districts.includes(districts)],
        ['other-language', PASSES.languages.includes(languages)],
      ] as const;
      const [reason] = conditions.find(([, holds]) => !holds) ?? [];
      const decision = look(situation);
      expect({ ...situation, reason: decision.ok ? undefined : decision.reason }).toEqual({
        ...situation,
        reason,
      });
    }
  });

  it('gives every reason that has words', () => {
    const reasons = all.map(look).flatMap((decision) => (decision.ok ? [] : [decision.reason]));
    expect([...new Set(reasons)].sort()).toEqual([...HIDING_RULES].sort());
  });

  it('does not depend on who they are, only on what is known of them', () => {
    for (const situation of all)
      expect(look(situation)).toEqual(
        look({ ...situation, userId: situation.userId === null ? 'ada' : null }),
      );
  });

  it('a delivery or a share link never opens what is limited to others', () => {
    const limited = all.filter(
      ({ districts, languages }) => districts === 'not mine' || languages === 'not mine',
    );
    expect(limited.some((situation) => look(situation).ok)).toBe(false);
  });
});
