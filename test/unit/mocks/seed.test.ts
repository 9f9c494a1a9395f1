import { describe, expect, it } from 'vitest';

import { campaignData } from '@groundswell/elements/backend';
import {
  ACTION_KINDS,
  ACTION_STATUSES,
  checkContent,
  decideTransition,
  safeUrl,
} from '@groundswell/elements/domain';
import { riverbend, RIVERBEND_PEOPLE, RIVERBEND_SHARE_TOKEN, SCENE_NAMES } from '@groundswell/elements/mocks';

const now = new Date('2026-11-03T15:00:00.000Z');
const data = riverbend({ now });
const { actions, users, userLists, events, deliveries } = data;
const text = JSON.stringify(data);

const count = (fits: (action: (typeof actions)[number]) => boolean): number => actions.filter(fits).length;
const isUnpublished = (action: (typeof actions)[number]): boolean =>
  ['draft', 'scheduled'].includes(action.status);

describe('the invented campaign', () => {
  it('is one that every store accepts', () => {
    const parsed = campaignData.safeParse(data);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data).toEqual(data);
  });

  it('has actions of every kind and in every status', () => {
    expect(actions.length).toBeGreaterThanOrEqual(24);
    expect(new Set(actions.map((action) => action.content.kind))).toEqual(new Set(ACTION_KINDS));
    expect(new Set(actions.map((action) => action.status))).toEqual(new Set(ACTION_STATUSES));
  });

  it.each<[string, (action: (typeof actions)[number]) => boolean]>([
    ['public', (action) => action.visibility === 'public'],
    ['private', (action) => action.visibility === 'private'],
    ['featured', (action) => action.featured],
    ['for Spanish speakers only', (action) => action.audience.languages.join() === 'es'],
    ['for English speakers only', (action) => action.audience.languages.join() === 'en'],
    ['limited to districts', (action) => action.audience.districtIds.length > 0],
    ['without a picture', (action) => action.content.media === null],
    ['with a very long title', (action) => action.content.title.length > 150],
    ['written from right to left', (action) => /\p{Script=Arabic}/u.test(action.content.title)],
    ['that could not be published as scheduled', (action) => action.publishFailure !== null],
    [
      'that are unfinished drafts',
      (action) => isUnpublished(action) && checkContent(action.content).length > 0,
    ],
    ['that were copied', (action) => action.copiedFromId !== null],
    [
      'that send a picture and no words',
      (action) => 'scripts' in action.content && action.content.scripts.some((script) => script.body === ' '),
    ],
  ])('has actions %s', (_, fits) => {
    expect(count(fits)).toBeGreaterThan(0);
  });

  it('publishes nothing that the rules would refuse', () => {
    for (const action of actions.filter((row) => row.publishedAt !== null)) {
      expect([action.id, checkContent(action.content)]).toEqual([action.id, []]);
    }
  });

  it('has schedules ahead, except for the one that has failed', () => {
    const scheduled = actions.filter((action) => action.status === 'scheduled');
    expect(scheduled.length).toBeGreaterThanOrEqual(3);
    for (const action of scheduled) {
      const isAhead = Date.parse(action.schedule?.publishAt ?? '') > now.getTime();
      expect([action.id, isAhead]).toEqual([action.id, action.publishFailure === null]);
      const decision = decideTransition(
        action,
        { to: 'publish-scheduled' },
        new Date(now.getTime() + 30 * 86_400_000),
      );
      expect([action.id, decision.ok ? null : decision.reason]).toEqual([action.id, action.publishFailure]);
    }
  });

  it('has sixty people who speak two languages, in lists, folders of lists and districts', () => {
    expect(users).toHaveLength(60);
    expect(new Set(users.map((user) => `${user.firstName} ${user.lastName}`)).size).toBe(60);
    const spanish = users.filter((user) => user.language.startsWith('es')).length;
    expect(spanish).toBeGreaterThanOrEqual(12);
    expect(userLists.length).toBeGreaterThanOrEqual(6);
    expect(new Set(userLists.map((list) => list.folderId).filter(Boolean)).size).toBe(2);
    expect(new Set(data.districts.map((district) => district.kind)).size).toBe(5);
    const districts = new Set(data.districts.map((district) => district.id));
    expect(users.flatMap((user) => user.districtIds).filter((id) => !districts.has(id))).toEqual([]);
  });

  it('leaves everything that is open to be done by those whom demonstrations let one be', () => {
    const newcomers = [RIVERBEND_PEOPLE.volunteer, RIVERBEND_PEOPLE.spanishSpeakingVolunteer].map(
      (id) => `user:${id}`,
    );
    const open = new Set(
      actions.filter((action) => action.status === 'published').map((action) => action.id),
    );
    const done = events.filter((event) => event.type === 'started' && open.has(event.actionId));
    expect(done.length).toBeGreaterThan(100);
    expect(done.filter((event) => newcomers.includes(event.participant))).toEqual([]);
  });

  it('knows the people whom demonstrations let one be', () => {
    const roleOf = (id: string) => users.find((user) => user.id === id)?.role;
    expect(roleOf(RIVERBEND_PEOPLE.organizer)).toBe('admin');
    expect(roleOf(RIVERBEND_PEOPLE.volunteer)).toBe('volunteer');
    expect(roleOf(RIVERBEND_PEOPLE.spanishSpeakingVolunteer)).toBe('volunteer');
  });

  it('has a share link that leads to a published action', () => {
    const link = data.shareLinks.find(({ token }) => token === RIVERBEND_SHARE_TOKEN);
    expect(actions.find((action) => action.id === link?.actionId)?.status).toBe('published');
  });

  it('refers only to lists, tags, fields, contact lists and copies that it has', () => {
    const known = new Set(
      [
        ...[
          ...data.tags,
          ...data.fields,
          ...data.contactLists,
          ...userLists,
          ...users,
          ...actions,
          ...data.districts,
        ],
      ].map((row) => row.id),
    );
    const named = actions.flatMap(({ content, audience, copiedFromId }) => [
      ...[...audience.listIds, ...audience.userIds, ...audience.districtIds],
      ...[content.targetListId, copiedFromId].filter((id) => id !== null),
      ...('reportSettings' in content
        ? [...content.reportSettings.tagIds, ...content.reportSettings.fieldIds]
        : []),
      ...('scripts' in content
        ? content.scripts.flatMap((script) => [...script.tagIds, ...Object.keys(script.fieldValues)])
        : []),
      ...('questions' in content
        ? content.questions.map(({ bindsTo }) => (bindsTo.to === 'tag' ? bindsTo.tagId : bindsTo.fieldId))
        : []),
    ]);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('what people did in the invented campaign', () => {
  const actionById = new Map(actions.map((action) => [action.id, action]));

  it('is exactly 5,000 events, oldest first, each with an id of its own', () => {
    expect(events).toHaveLength(5_000);
    expect(new Set(events.map((event) => event.id)).size).toBe(5_000);
    const times = events.map((event) => event.occurredAt);
    expect([...times].sort()).toEqual(times);
  });

  it('is spread over weeks, and nothing lies in the future or before its action', () => {
    const days = new Set(events.map((event) => event.occurredAt.slice(0, 10)));
    expect(days.size).toBeGreaterThan(40);
    const impossible = events.filter(({ actionId, occurredAt, recordedAt }) => {
      const action = actionById.get(actionId);
      return (
        recordedAt > now.toISOString() || recordedAt < occurredAt || occurredAt < (action?.publishedAt ?? '9')
      );
    });
    expect(impossible).toEqual([]);
  });

  it('is never more started than seen, and never more completed than started', () => {
    for (const { id } of actions) {
      const people = (type: string) =>
        new Set(
          events
            .filter((event) => event.actionId === id && event.type === type)
            .map((event) => event.participant),
        );
      const [seen, started, performed] = [people('seen'), people('started'), people('performed')];
      expect([...started].filter((person) => !seen.has(person))).toEqual([]);
      expect([...performed].filter((person) => !started.has(person))).toEqual([]);
    }
  });

  it('is of the kind of the action, and conversations belong to texting actions alone', () => {
    const wrong = events.filter((event) => {
      const kind = actionById.get(event.actionId)?.content.kind;
      if ('result' in event) return event.result.kind !== kind;
      const isTexting = kind === 'peer_to_peer' || kind === 'friend_to_friend' || kind === 'canvassing';
      return ['messaged', 'opted_out', 'reported'].includes(event.type) && !isTexting;
    });
    expect(wrong).toEqual([]);
  });

  it('contains every type of event but deliveries, which have rows of their own', () => {
    expect([...new Set(events.map((event) => event.type))].sort()).toEqual([
      'clicked',
      'converted',
      'messaged',
      'noted',
      'opted_out',
      'performed',
      'reported',
      'seen',
      'started',
    ]);
    expect(deliveries.length).toBeGreaterThan(100);
  });
});

describe('the invented campaign as a text', () => {
  it('comes out the same to the letter for the same moment, and moves with it', () => {
    expect(JSON.stringify(riverbend({ now }))).toBe(text);
    const later = riverbend({ now: new Date(now.getTime() + 86_400_000) });
    expect(later.events[0]?.occurredAt.slice(0, 10)).not.toBe(events[0]?.occurredAt.slice(0, 10));
  });

  it('has nothing that looks like a telephone number', () => {
    const words = JSON.stringify([data.campaign, users, actions]).replaceAll(
      /"(?:\w*At|occurredAt)":"[^"]*"/g,
      '',
    );
    const withoutPictures = words.replaceAll(/data:image[^"]*/g, '');
    expect(withoutPictures.match(/(?:\+?\d[ .()-]{0,2}){7,}/g) ?? []).toEqual([]);
  });

  it('links to example addresses only, all of them safe', () => {
    const links = text.match(/https?:[^"\\\s]*/g) ?? [];
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      expect(safeUrl(link)).toBeDefined();
      expect(new URL(link).hostname).toMatch(/(^|\.)example\.(org|com)$/);
    }
  });

  it('has mail addresses at example.org only', () => {
    const addresses = users.map((user) => user.email).filter((email) => email !== null);
    expect(addresses.length).toBeGreaterThan(40);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((address) => !/^[a-z\d.-]+@example\.org$/.test(address))).toEqual([]);
  });

  it('takes its pictures from where it is told', () => {
    const elsewhere = riverbend({
      now,
      sceneUrl: (name) => `https://cdn.example.org/${name}.svg`,
      eventCount: 0,
    });
    const pictures = new Set(JSON.stringify(elsewhere).match(/https:\/\/cdn[^"]*/g));
    expect(pictures.size).toBeGreaterThan(9);
    for (const url of pictures)
      expect(SCENE_NAMES.map((name) => `https://cdn.example.org/${name}.svg`)).toContain(url);
  });

  it('describes every picture to those who cannot see it', () => {
    const pictures = actions.flatMap(({ content }) => content.media ?? []);
    expect(pictures.filter((picture) => picture.alt.trim() === '')).toEqual([]);
  });
});
