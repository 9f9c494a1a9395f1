import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { audienceExplanation } from '../../../../src/domain/audience/audience-schema.js';
import {
  AUDIENCE_EXAMPLES,
  explainAudience,
  type AudienceQuestion,
} from '../../../../src/domain/audience/explain-audience.js';
import { decideVisibility } from '../../../../src/domain/audience/visibility.js';
import type { User } from '../../../../src/domain/people/people-schema.js';

const person = (id: string, changes: Partial<User> = {}): User => ({
  id,
  firstName: id.toUpperCase(),
  lastName: 'Example',
  email: null,
  role: 'volunteer',
  language: 'en',
  districtIds: [],
  ...changes,
});

const everyone = [
  person('ada', { districtIds: ['north'], role: 'owner' }),
  person('bo', { districtIds: ['north'], language: 'es-MX' }),
  person('cy', { districtIds: ['south'], language: 'es' }),
  person('di'),
];
const question: AudienceQuestion = {
  visibility: 'private',
  recipientIds: new Set(['ada', 'bo', 'cy', 'stranger']),
  districtIds: ['north'],
  languages: ['es'],
};

describe('the audience explainer', () => {
  it('says rule by rule how many are left, and names some of them', () => {
    expect(explainAudience(everyone, question)).toEqual({
      steps: [
        { rule: 'everyone', before: 4, after: 4 },
        { rule: 'sent-to', before: 4, after: 3 },
        { rule: 'districts', before: 3, after: 2 },
        { rule: 'languages', before: 2, after: 1 },
      ],
      total: 1,
      examples: [{ userId: 'bo', name: 'BO Example' }],
    });
  });

  it('asks of a public action nobody whether it was sent to them', () => {
    const { steps, total } = explainAudience(everyone, {
      ...question,
      visibility: 'public',
      recipientIds: new Set(),
    });
    expect(steps.map(({ rule, after }) => [rule, after])).toEqual([
      ['everyone', 4],
      ['districts', 2],
      ['languages', 1],
    ]);
    expect(total).toBe(1);
  });

  it('counts those who organize like those who volunteer', () => {
    const open = {
      visibility: 'public',
      recipientIds: new Set<string>(),
      districtIds: [],
      languages: [],
    } as const;
    expect(explainAudience(everyone, open).total).toBe(4);
  });

  it('says of an audience of nobody that it is nobody', () => {
    expect(explainAudience([], question)).toMatchObject({ total: 0, examples: [] });
    expect(explainAudience(everyone, { ...question, recipientIds: new Set() }).total).toBe(0);
  });

  it('agrees with what each person would see, whatever the people and the audience', () => {
    const districts = fc.subarray(['north', 'south', 'east']);
    const languages = fc.constantFrom('en', 'es', 'es-MX', 'fr');
    const people = fc
      .array(fc.record({ language: languages, districtIds: districts }), { maxLength: 12 })
      .map((rows) => rows.map((row, index) => person(`p${index}`, row)));
    const questions = fc.record({
      visibility: fc.constantFrom('public' as const, 'private' as const),
      recipientIds: fc
        .subarray(Array.from({ length: 12 }, (_, index) => `p${index}`))
        .map((ids) => new Set(ids)),
      districtIds: districts,
      languages: fc.uniqueArray(languages, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(people, questions, (users, asked) => {
        const explanation = audienceExplanation.parse(explainAudience(users, asked));
        const audience = {
          listIds: [],
          userIds: [],
          districtIds: asked.districtIds,
          languages: asked.languages,
        };
        const action = { status: 'published', visibility: asked.visibility, audience } as const;
        const seers = users.filter(({ id, districtIds, language }) => {
          const reach = { delivered: asked.recipientIds.has(id), byShareLink: false };
          return decideVisibility(action, { userId: id, districtIds, language }, reach).ok;
        });
        expect(explanation.total).toBe(seers.length);
        expect(explanation.examples.map(({ userId }) => userId)).toEqual(
          seers.slice(0, AUDIENCE_EXAMPLES).map(({ id }) => id),
        );
        const befores = [users.length, ...explanation.steps.map(({ after }) => after)];
        expect(explanation.steps.map(({ before }) => before)).toEqual(befores.slice(0, -1));
        expect(befores.at(-1)).toBe(explanation.total);
        expect([...befores].sort((a, b) => b - a)).toEqual(befores);
      }),
    );
  });
});
