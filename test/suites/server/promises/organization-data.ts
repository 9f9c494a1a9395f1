import type { CampaignDataInput } from '../../../../src/backend/campaign-data-schema.js';
import { ACTION_KINDS, type ActionContentInput, type ActionKind } from '../../../../src/domain/index.js';

/** What an id can be the id of. */
export type Noun =
  | 'action'
  | 'user'
  | 'userList'
  | 'contactList'
  | 'folder'
  | 'district'
  | 'tag'
  | 'field'
  | 'shareToken'
  | 'referralCode'
  | 'cursor';

/** Statuses in which an organization has one action of every kind. */
export const SEEDED_STATUSES = ['draft', 'scheduled', 'published', 'closed'] as const;
export type SeededStatus = (typeof SEEDED_STATUSES)[number];

/** The id of a thing of an organization. The name of the organization is in all of them, and so in whatever leaks. */
export const idOf = (org: string, noun: Exclude<Noun, 'action' | 'cursor'>): string =>
  noun === 'shareToken' || noun === 'referralCode' ? `${org}-${noun}-0123456789` : `${org}-${noun}`;

export const actionIdOf = (org: string, kind: ActionKind, status: SeededStatus): string =>
  `${org}-${kind}-${status}`;

const PUBLISHED = '2026-01-05T12:00:00.000Z';

/** An organization with one of everything, each text of which holds its name: found anywhere else, it has leaked. */
export function organizationData(org: string): CampaignDataInput {
  const mark = (text: string) => `${text} of ${org}`;
  const person = (name: string, role: 'staff' | 'volunteer') => ({
    ...{ id: `${org}-${name}`, firstName: mark(name), lastName: mark('Last'), role, language: 'en' },
    ...{ email: `${name}@${org}.example`, districtIds: [idOf(org, 'district')] },
  });
  const named = (noun: 'userList' | 'contactList' | 'folder' | 'district' | 'tag' | 'field') => ({
    id: idOf(org, noun),
    name: mark(noun),
  });
  const report = { order: 1, reportable: true, appliesTo: 'contacts' } as const;
  return {
    revision: `${org}-1`,
    campaign: {
      ...{ id: org, name: mark('Campaign'), slogan: mark('Slogan'), description: mark('Description') },
      ...{ website: `https://${org}.example/`, timeZone: 'America/New_York', languages: ['en', 'es'] },
      kinds: [...ACTION_KINDS],
    },
    users: [person('staff', 'staff'), person('volunteer', 'volunteer'), person('user', 'volunteer')],
    userLists: [
      { ...named('userList'), folderId: idOf(org, 'folder'), userIds: [`${org}-user`, `${org}-volunteer`] },
    ],
    contactLists: [{ ...named('contactList'), count: 12 }],
    folders: [named('folder')],
    districts: [{ ...named('district'), kind: 'state' }],
    tags: [{ ...named('tag'), ...report }],
    fields: [{ ...named('field'), ...report, kind: 'text' }],
    actions: ACTION_KINDS.flatMap((kind) => SEEDED_STATUSES.map((status) => toAction(org, kind, status))),
    deliveries: [
      {
        actionId: actionIdOf(org, 'survey', 'published'),
        userId: `${org}-user`,
        sentAt: '2026-01-06T12:00:00.000Z',
      },
    ],
    shareLinks: [{ actionId: actionIdOf(org, 'open_webpage', 'published'), token: idOf(org, 'shareToken') }],
    events: [],
  };
}

const toAction = (org: string, kind: ActionKind, status: SeededStatus) => {
  const isOut = status === 'published' || status === 'closed';
  return {
    ...{ id: actionIdOf(org, kind, status), content: toContent(org, kind, status === 'published'), status },
    visibility: isOut ? ('public' as const) : ('unpublished' as const),
    schedule:
      status === 'scheduled'
        ? { publishAt: '2999-01-01T00:00:00.000Z', visibility: 'public' as const }
        : null,
    ...{ createdAt: '2026-01-01T12:00:00.000Z', updatedAt: '2026-01-02T12:00:00.000Z' },
    publishedAt: isOut ? PUBLISHED : null,
    closedAt: status === 'closed' ? '2026-02-05T12:00:00.000Z' : null,
  };
};

function toContent(org: string, kind: ActionKind, isForAnybody: boolean): ActionContentInput {
  const mark = (text: string) => `${text} of ${org}`;
  const basics = {
    ...{
      title: mark(kind),
      description: mark('Why'),
      disclaimer: mark('Note'),
      access: isForAnybody ? ('anonymous' as const) : ('account' as const),
    },
    ...{ folderIds: [idOf(org, 'folder')], targetListId: idOf(org, 'contactList') },
  };
  const script = {
    ...({ id: `${org}-script`, role: 'initial', channel: 'text', label: mark('Opener') } as const),
    ...{ body: mark('Hi {{first_name}} {{link.action}}'), tagIds: [idOf(org, 'tag')] },
  };
  const reportSettings = { tagIds: [idOf(org, 'tag')], fieldIds: [idOf(org, 'field')] };
  const question = {
    ...{ id: `${org}-question`, label: mark('Question') },
    bindsTo: { to: 'field', fieldId: idOf(org, 'field') } as const,
  };
  switch (kind) {
    case 'peer_to_peer':
    case 'friend_to_friend':
    case 'canvassing':
      return { kind, ...basics, scripts: [script], reportSettings };
    case 'social_sharing':
      return { kind, ...basics, shareLink: `https://${org}.example/share`, sampleMessage: mark('Look') };
    case 'video_stories':
      return { kind, ...basics, prompt: mark('Tell'), consentText: mark('Consent') };
    case 'survey':
      return { kind, ...basics, questions: [question] };
    case 'open_webpage':
      return { kind, ...basics, webLink: `https://${org}.example/petition` };
    case 'voter_registration':
      return { kind, ...basics, goal: { target: 100, metric: 'checks_started' } };
  }
}
