import * as z from 'zod/mini';

import { action, audience, type Action } from '../domain/action/action-schema.js';
import { campaign } from '../domain/people/campaign-schema.js';
import { contactList, district, folder, user, userList } from '../domain/people/people-schema.js';
import { customField } from '../domain/report/field-schema.js';
import { tag } from '../domain/report/tag-schema.js';
import { actionEvent } from '../domain/results/event-schema.js';
import type { FieldIssueCode } from '../domain/values/field-issue-schema.js';
import { id, timestamp } from '../domain/values/id-schema.js';

const nobody = { listIds: [], userIds: [], districtIds: [], languages: [] };
const orNull = <T extends z.ZodMiniType>(schema: T) => z._default(z.nullable(schema), null);

/** An action as it is written by hand: what a new one always has may be left out, and it belongs to the campaign. */
const campaignAction = z.object({
  id,
  version: z._default(action.shape.version, 1),
  content: action.shape.content,
  status: action.shape.status,
  visibility: action.shape.visibility,
  featured: z._default(z.boolean(), false),
  audience: z._default(audience, nobody),
  schedule: z._default(action.shape.schedule, null),
  publishFailure: z._default(action.shape.publishFailure, null),
  copiedFromId: orNull(id),
  createdAt: timestamp,
  updatedAt: timestamp,
  publishedAt: orNull(timestamp),
  closedAt: orNull(timestamp),
  deletedAt: orNull(timestamp),
});

/** To whom an action was sent, and how. Each also counts as a `delivered` event, which need not be written again. */
export const delivery = z.object({
  actionId: id,
  userId: id,
  source: z._default(z.enum(['list', 'direct', 'resend']), 'list'),
  sentAt: timestamp,
});

const shape = z.object({
  /** Changes whenever the data does: a store that holds another revision is filled anew. */
  revision: z.string().check(z.minLength(1), z.maxLength(100)),
  campaign,
  users: z.array(user),
  userLists: z._default(z.array(userList), []),
  contactLists: z._default(z.array(contactList), []),
  folders: z._default(z.array(folder), []),
  districts: z._default(z.array(district), []),
  tags: z._default(z.array(tag), []),
  fields: z._default(z.array(customField), []),
  actions: z._default(z.array(campaignAction), []),
  deliveries: z._default(z.array(delivery), []),
  /** Fixed share links, where a page must know them beforehand; others are made when they are first asked for. */
  shareLinks: z._default(
    z.array(z.object({ actionId: id, token: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/)) })),
    [],
  ),
  events: z._default(z.array(actionEvent), []),
});

type Shape = z.infer<typeof shape>;
type Report = (path: readonly (string | number)[], code: FieldIssueCode) => void;

/**
 * A whole campaign in one value, to fill a store with: for demonstrations, tests, and `npm start -- --campaign file.json`.
 * Beyond the shapes it checks that ids are unique, that references lead somewhere, and that statuses agree with times.
 */
export const campaignData = shape.check((context) => {
  const report: Report = (path, code) =>
    context.issues.push({ code: 'custom', input: context.value, path: [...path], message: code });
  checkUnique(context.value, report);
  checkReferences(context.value, report);
  context.value.actions.forEach((entry, index) => checkAgreement(entry, ['actions', index], report));
});

export type CampaignData = z.infer<typeof campaignData>;
/** The same before defaults are filled in: what an author writes. */
export type CampaignDataInput = z.input<typeof campaignData>;
export type Delivery = z.infer<typeof delivery>;

const LISTS_WITH_IDS = [
  'users',
  'userLists',
  'contactLists',
  'folders',
  'districts',
  'tags',
  'fields',
  'actions',
  'events',
] as const satisfies readonly (keyof Shape)[];

function checkUnique(data: Shape, report: Report): void {
  for (const list of LISTS_WITH_IDS) {
    const known = new Set<string>();
    data[list].forEach((row, index) => {
      if (known.has(row.id)) report([list, index, 'id'], 'not-allowed');
      known.add(row.id);
    });
  }
}

function checkReferences(data: Shape, report: Report): void {
  const users = idsOf(data.users);
  const actions = idsOf(data.actions);
  const folders = idsOf(data.folders);
  const need = (known: ReadonlySet<string>, value: string, ...path: (string | number)[]) => {
    if (!known.has(value)) report(path, 'unknown-reference');
  };
  data.userLists.forEach((list, index) => {
    list.userIds.forEach((value, at) => need(users, value, 'userLists', index, 'userIds', at));
    if (list.folderId !== null) need(folders, list.folderId, 'userLists', index, 'folderId');
  });
  data.actions.forEach(({ content }, index) =>
    content.folderIds.forEach((value, at) =>
      need(folders, value, 'actions', index, 'content', 'folderIds', at),
    ),
  );
  data.deliveries.forEach(({ actionId, userId }, index) => {
    need(actions, actionId, 'deliveries', index, 'actionId');
    need(users, userId, 'deliveries', index, 'userId');
  });
  data.shareLinks.forEach(({ actionId }, index) => need(actions, actionId, 'shareLinks', index, 'actionId'));
  data.events.forEach(({ actionId }, index) => need(actions, actionId, 'events', index, 'actionId'));
}

/** What an action's status promises about its other fields. */
function checkAgreement(entry: Shape['actions'][number], path: (string | number)[], report: Report): void {
  const wasPublished = entry.visibility !== 'unpublished';
  const isOut = entry.status === 'published' || entry.status === 'closed';
  if ((entry.status === 'scheduled') !== (entry.schedule !== null)) report([...path, 'schedule'], 'invalid');
  if (isOut && !wasPublished) report([...path, 'visibility'], 'invalid');
  if (wasPublished && entry.publishedAt === null) report([...path, 'publishedAt'], 'required');
  if ((entry.status === 'draft' || entry.status === 'scheduled') && wasPublished) {
    report([...path, 'visibility'], 'invalid');
  }
}

const idsOf = (rows: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(rows.map((row) => row.id));

/** The action of a written campaign as every backend knows it. */
export const toAction = (entry: CampaignData['actions'][number], campaignId: string): Action => ({
  ...entry,
  campaignId,
});
