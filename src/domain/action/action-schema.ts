import * as z from 'zod/mini';

import { link } from '../links/link-schema.js';
import { media } from '../media/media-schema.js';
import { autofilters } from '../outreach/autofilters-schema.js';
import { incentive, registrationGoal } from '../registration/registration-schema.js';
import { reportSettings } from '../report/report-settings-schema.js';
import { script } from '../script/script-schema.js';
import { NETWORKS } from '../sharing/network.js';
import { question } from '../survey/question-schema.js';
import { id, idList, timestamp } from '../values/id-schema.js';
import { language } from '../values/language-schema.js';
import type { ActionKind } from './action-kind.js';
import { TITLE_LIMIT, DESCRIPTION_LIMIT, MESSAGE_LIMIT, START_LABEL_LIMIT } from './content-limits.js';

const words = (limit: number) => z._default(z.string().check(z.maxLength(limit)), '');

/** BASIC INFORMATION: what an action of any kind says of itself. Drafts may leave all of it empty. */
const basics = {
  title: words(TITLE_LIMIT),
  description: words(DESCRIPTION_LIMIT),
  disclaimer: words(DESCRIPTION_LIMIT),
  startLabel: words(START_LABEL_LIMIT),
  media: z._default(z.nullable(media), null),
  folderIds: z._default(idList, []),
  targetListId: z._default(z.nullable(id), null),
  access: z._default(z.enum(['account', 'anonymous']), 'account'),
  closesAt: z._default(z.nullable(timestamp), null),
};

/** What the three texting kinds share. */
const texting = {
  scripts: z._default(z.array(script).check(z.maxLength(100)), []),
  scriptImage: z._default(z.boolean(), false),
  reportSettings: z._default(reportSettings, () => ({ tagIds: [], fieldIds: [] })),
};

const kind = <K extends ActionKind>(name: K) => ({ kind: z.literal(name), ...basics });

/**
 * What an organizer writes, one shape per kind. Lenient where a draft is unfinished (empty text is fine) and strict
 * where something could do harm (a link is empty or safe); `checkContent` says what publishing needs beyond it.
 */
export const actionContent = z.discriminatedUnion('kind', [
  z.object({
    ...kind('peer_to_peer'),
    ...texting,
    areaCodes: z._default(z.array(z.string().check(z.regex(/^\d{3}$/))).check(z.maxLength(50)), []),
    keepAssignments: z._default(z.boolean(), false),
  }),
  z.object({
    ...kind('friend_to_friend'),
    ...texting,
    inDistrict: z._default(z.boolean(), false),
    autofilters: z._default(autofilters, { party: null, frequency: null, inDistrict: false }),
  }),
  z.object({
    ...kind('canvassing'),
    ...texting,
    listMode: z._default(z.enum(['shared', 'assigned']), 'shared'),
    outreach: z._default(z.boolean(), true),
  }),
  z.object({
    ...kind('social_sharing'),
    shareLink: z._default(link, ''),
    sampleMessage: words(MESSAGE_LIMIT),
    networks: z._default(z.array(z.enum(NETWORKS)), []),
  }),
  z.object({
    ...kind('video_stories'),
    prompt: words(DESCRIPTION_LIMIT),
    maxSeconds: z._default(z.int().check(z.gte(5), z.lte(600)), 90),
    consentText: words(DESCRIPTION_LIMIT),
  }),
  z.object({
    ...kind('survey'),
    questions: z._default(z.array(question).check(z.maxLength(200)), []),
    inDistrict: z._default(z.boolean(), false),
  }),
  z.object({ ...kind('open_webpage'), webLink: z._default(link, '') }),
  z.object({
    ...kind('voter_registration'),
    heroDesktop: z._default(z.nullable(media), null),
    heroMobile: z._default(z.nullable(media), null),
    joinVideo: z._default(link, ''),
    goal: z._default(z.nullable(registrationGoal), null),
    incentives: z._default(z.array(incentive).check(z.maxLength(20)), []),
    autoOpen: z._default(z.boolean(), false),
  }),
]);

export const ACTION_STATUSES = ['draft', 'scheduled', 'published', 'closed', 'deleted'] as const;
export const VISIBILITIES = ['unpublished', 'private', 'public'] as const;

/** Who an action is for: whom it was sent to, and the limits that narrow private and public alike (INV-5). */
export const audience = z.object({
  listIds: idList,
  userIds: idList,
  districtIds: idList,
  languages: z.array(language).check(z.maxLength(50)),
});

/** When to publish and to whom, decided when the schedule is made. */
export const schedule = z.object({ publishAt: timestamp, visibility: z.enum(['public', 'private']) });

/** An action as an organizer sees it. */
export const action = z.object({
  id,
  campaignId: id,
  version: z.int().check(z.positive()),
  content: actionContent,
  status: z.enum(ACTION_STATUSES),
  visibility: z.enum(VISIBILITIES),
  featured: z.boolean(),
  audience,
  schedule: z.nullable(schedule),
  /** Why the last scheduled publishing did not happen, if it did not. */
  publishFailure: z.nullable(z.enum(['incomplete', 'nobody-selected'])),
  copiedFromId: z.nullable(id),
  createdAt: timestamp,
  updatedAt: timestamp,
  publishedAt: z.nullable(timestamp),
  closedAt: z.nullable(timestamp),
  deletedAt: z.nullable(timestamp),
});

export type ActionContent = z.infer<typeof actionContent>;
export type ActionContentInput = z.input<typeof actionContent>;
export type ContentOf<K extends ActionKind> = Extract<ActionContent, { kind: K }>;
export type ActionStatus = (typeof ACTION_STATUSES)[number];
export type Visibility = (typeof VISIBILITIES)[number];
export type Audience = z.infer<typeof audience>;
export type Schedule = z.infer<typeof schedule>;
export type Action = z.infer<typeof action>;
