import { describe, expect, it } from 'vitest';
import { anAction } from '@groundswell/elements/mocks';

import {
  audienceQuestion,
  chosenTime,
  choicesOf,
  hasNewLimits,
} from '../../../src/elements/admin/publish-panel/choices.js';

const audience = { listIds: ['ul-a'], userIds: ['u-a'], districtIds: ['d-a'], languages: ['es'] };
const zone = 'America/Chicago';
const schedule = { publishAt: '2026-11-01T07:30:00.000Z', visibility: 'private' as const };

describe('what is chosen before anybody has chosen', () => {
  it('is everyone and now for a draft', () => {
    const choices = choicesOf(anAction({ status: 'draft' }), {}, zone);
    expect(choices).toMatchObject({ who: 'public', when: 'now', date: '', time: '', listIds: [], zone });
  });

  it('is the schedule for a scheduled action, in the zone that is shown', () => {
    const choices = choicesOf(anAction({ status: 'scheduled', schedule, audience }), {}, zone);
    expect(choices).toMatchObject({ who: 'private', when: 'later', date: '2026-11-01', time: '01:30' });
    expect(choices).toMatchObject({ listIds: ['ul-a'], userIds: ['u-a'] });
  });

  it('is nobody further for an action that is out already', () => {
    const choices = choicesOf(anAction({ visibility: 'private', audience }), {}, zone);
    expect(choices).toMatchObject({ who: 'private', listIds: [], userIds: [], districtIds: ['d-a'] });
  });
});

describe('a schedule', () => {
  const action = anAction({ status: 'scheduled', schedule });

  it('that nobody touches stays the second 1:30 of the night, though its wall time would name the first', () => {
    expect(chosenTime(action, {}, choicesOf(action, {}, zone))).toEqual({
      kind: 'exact',
      instant: schedule.publishAt,
    });
  });

  it('is what was typed once somebody has typed', () => {
    const edits = { time: '01:30' };
    expect(chosenTime(action, edits, choicesOf(action, edits, zone))).toMatchObject({
      kind: 'repeated',
      instant: '2026-11-01T06:30:00.000Z',
    });
  });

  it('shows another time in another zone, and is the same instant', () => {
    const edits = { zone: 'UTC' };
    const choices = choicesOf(action, edits, zone);
    expect(choices).toMatchObject({ date: '2026-11-01', time: '07:30' });
    expect(chosenTime(action, edits, choices)).toMatchObject({ instant: schedule.publishAt });
  });

  it('keeps a typed time when the zone is changed afterwards', () => {
    const edits = { date: '2026-12-01', time: '09:00', zone: 'UTC' };
    expect(chosenTime(action, edits, choicesOf(action, edits, zone))).toMatchObject({
      instant: '2026-12-01T09:00:00.000Z',
    });
  });
});

describe('limits', () => {
  const action = anAction({ audience: { ...audience, districtIds: ['d-a', 'd-b'] } });

  it.each([
    [{}, false],
    [{ districtIds: ['d-b', 'd-a'] }, false],
    [{ districtIds: ['d-a'] }, true],
    [{ languages: ['es', 'en'] }, true],
    [{ languages: [] }, true],
  ])('with %j changed are new: %s', (edits, isNew) => {
    expect(hasNewLimits(action, choicesOf(action, edits, zone))).toBe(isNew);
  });
});

describe('the question of who will see it', () => {
  it('counts those it was sent to before, each once, for an action that is out', () => {
    const action = anAction({ visibility: 'private', audience });
    const choices = choicesOf(action, { listIds: ['ul-b', 'ul-a'], folderIds: ['f-a'] }, zone);
    expect(audienceQuestion(action, choices)).toEqual({
      visibility: 'private',
      listIds: ['ul-a', 'ul-b'],
      folderIds: ['f-a'],
      userIds: ['u-a'],
      districtIds: ['d-a'],
      languages: ['es'],
    });
  });

  it('counts only those who are chosen for a draft', () => {
    const action = anAction({ status: 'draft', audience });
    const choices = choicesOf(action, { who: 'private', listIds: ['ul-b'], userIds: [] }, zone);
    expect(audienceQuestion(action, choices)).toMatchObject({ listIds: ['ul-b'], userIds: [] });
  });
});
