import * as z from 'zod/mini';

import { ACTION_KINDS } from '../domain/action/action-kind.js';
import { ACTION_STATUSES, action, actionContent, schedule } from '../domain/action/action-schema.js';
import { TITLE_LIMIT } from '../domain/action/content-limits.js';
import { id, idList } from '../domain/values/id-schema.js';
import { language } from '../domain/values/language-schema.js';
import { ACTION_SORTS } from './action-sort.js';
import { creation, operation } from './operation.js';
import { pageOf, paging } from './page-schema.js';

const version = z.int().check(z.positive());
const one = z.object({ id });
const oneVersion = z.object({ id, version });
const limits = z.object({ districtIds: idList, languages: z.array(language).check(z.maxLength(50)) });
const refusable = ['not-found', 'transition-refused', 'version-conflict', 'version-required'] as const;

export const actionFilters = z.object({
  statuses: z._default(z.array(z.enum(ACTION_STATUSES)), []),
  kinds: z._default(z.array(z.enum(ACTION_KINDS)), []),
  search: z._default(z.string().check(z.maxLength(200)), ''),
  folderId: z.optional(id),
  sort: z._default(z.enum(ACTION_SORTS), 'updated'),
  descending: z._default(z.boolean(), true),
  ...paging,
});

const count = z.int().check(z.nonnegative());

export const actionList = z.extend(pageOf(action), {
  /** How many there are in each status under the other filters, so that a status filter can say what it would show. */
  counts: z.object({ draft: count, scheduled: count, published: count, closed: count, deleted: count }),
});

export type ActionFilters = z.input<typeof actionFilters>;
export type ActionList = z.infer<typeof actionList>;

export const listActions = operation({
  name: 'actions.list',
  summary: 'Actions by status, kind, folder and text. Deleted ones only when asked for by status',
  method: 'GET',
  path: '/actions',
  access: 'staff',
  input: actionFilters,
  output: actionList,
});

export const getAction = operation({
  name: 'actions.get',
  summary: 'One action with all its settings',
  method: 'GET',
  path: '/actions/{id}',
  access: 'staff',
  input: one,
  output: action,
  problems: ['not-found'],
});

export const createAction = creation({
  name: 'actions.create',
  summary: 'Save a new draft',
  method: 'POST',
  path: '/actions',
  access: 'staff',
  input: z.object({ content: actionContent }),
  output: action,
  problems: ['key-required', 'key-reused', 'in-progress'],
});

export const updateAction = operation({
  name: 'actions.update',
  summary: 'Change what an action says, or whom it is limited to',
  method: 'PUT',
  path: '/actions/{id}',
  access: 'staff',
  versioned: true,
  input: z.extend(oneVersion, { content: z.optional(actionContent), limits: z.optional(limits) }),
  output: action,
  problems: refusable,
});

export const copyAction = creation({
  name: 'actions.copy',
  summary: 'Make a new draft from any action, also a deleted one',
  method: 'POST',
  path: '/actions/{id}/copy',
  access: 'staff',
  input: z.extend(one, { title: z.optional(z.string().check(z.maxLength(TITLE_LIMIT))) }),
  output: action,
  problems: ['not-found', 'key-required', 'key-reused', 'in-progress'],
});

export const publishAction = operation({
  name: 'actions.publish',
  summary: 'Make an action public (which cannot be undone), or private to those it has been addressed to',
  method: 'POST',
  path: '/actions/{id}/publish',
  access: 'staff',
  versioned: true,
  input: z.extend(oneVersion, { visibility: z._default(z.enum(['public', 'private']), 'public') }),
  output: action,
  problems: refusable,
});

export const scheduleAction = operation({
  name: 'actions.schedule',
  summary: 'Publish later, at a time in the future',
  method: 'POST',
  path: '/actions/{id}/schedule',
  access: 'staff',
  versioned: true,
  input: z.extend(oneVersion, {
    schedule,
    /** Whom a private schedule is for. */
    recipients: z.optional(z.object({ listIds: idList, userIds: idList })),
  }),
  output: action,
  problems: refusable,
});

export const unscheduleAction = operation({
  name: 'actions.unschedule',
  summary: 'Take the publish time away again: the action is a draft',
  method: 'POST',
  path: '/actions/{id}/unschedule',
  access: 'staff',
  versioned: true,
  input: oneVersion,
  output: action,
  problems: refusable,
});

export const sendAction = creation({
  name: 'actions.send',
  summary:
    'Send to user lists, folders of lists, or users. An unpublished action is thereby published privately',
  method: 'POST',
  path: '/actions/{id}/send',
  access: 'staff',
  versioned: true,
  input: z.extend(oneVersion, {
    listIds: z._default(idList, []),
    folderIds: z._default(idList, []),
    userIds: z._default(idList, []),
  }),
  output: z.object({ action, deliveries: count }),
  problems: [...refusable, 'key-required', 'key-reused', 'in-progress'],
});

export const closeAction = operation({
  name: 'actions.close',
  summary: 'Stop new starts; results stay',
  method: 'POST',
  path: '/actions/{id}/close',
  access: 'staff',
  versioned: true,
  input: oneVersion,
  output: action,
  problems: refusable,
});

export const reopenAction = operation({
  name: 'actions.reopen',
  summary: 'Publish a closed action again, as visible as it was',
  method: 'POST',
  path: '/actions/{id}/reopen',
  access: 'staff',
  versioned: true,
  input: oneVersion,
  output: action,
  problems: refusable,
});

export const deleteAction = operation({
  name: 'actions.delete',
  summary: 'Delete for good. The row stays for the status filter and for copies',
  method: 'DELETE',
  path: '/actions/{id}',
  access: 'staff',
  versioned: true,
  input: oneVersion,
  output: action,
  problems: refusable,
});

export const featureAction = operation({
  name: 'actions.feature',
  summary: 'Pin an action to the top of the feed, or take it down from there',
  method: 'PUT',
  path: '/actions/{id}/featured',
  access: 'staff',
  versioned: true,
  input: z.extend(oneVersion, { featured: z.boolean() }),
  output: action,
  problems: refusable,
});
