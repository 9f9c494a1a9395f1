import * as z from 'zod/mini';

import { contactList, district, folder, user, userList } from '../domain/people/people-schema.js';
import { customField } from '../domain/report/field-schema.js';
import { tag } from '../domain/report/tag-schema.js';
import { operation } from './operation.js';
import { pageOf, paging } from './page-schema.js';

const bySearch = z.object({ search: z._default(z.string().check(z.maxLength(200)), ''), ...paging });

/** A user list without its members: how many there are is enough to choose one. */
export const userListSummary = z.extend(z.omit(userList, { userIds: true }), {
  count: z.int().check(z.nonnegative()),
});

export type UserListSummary = z.infer<typeof userListSummary>;

export const listUserLists = operation({
  name: 'lookups.userLists',
  summary: 'Lists of users that an action can be sent to',
  method: 'GET',
  path: '/user-lists',
  access: 'staff',
  input: bySearch,
  output: pageOf(userListSummary),
});

export const listContactLists = operation({
  name: 'lookups.contactLists',
  summary: 'Lists of contacts that an action can target',
  method: 'GET',
  path: '/contact-lists',
  access: 'staff',
  input: bySearch,
  output: pageOf(contactList),
});

export const listUsers = operation({
  name: 'lookups.users',
  summary: 'Users by name or e-mail address',
  method: 'GET',
  path: '/users',
  access: 'staff',
  input: bySearch,
  output: pageOf(user),
});

export const listTags = operation({
  name: 'lookups.tags',
  summary: 'Tags in their order',
  method: 'GET',
  path: '/tags',
  access: 'staff',
  input: bySearch,
  output: pageOf(tag),
});

export const listFields = operation({
  name: 'lookups.fields',
  summary: 'Custom fields in their order',
  method: 'GET',
  path: '/fields',
  access: 'staff',
  input: bySearch,
  output: pageOf(customField),
});

export const listDistricts = operation({
  name: 'lookups.districts',
  summary: 'Districts that publishing can be limited to',
  method: 'GET',
  path: '/districts',
  access: 'staff',
  input: bySearch,
  output: pageOf(district),
});

export const listFolders = operation({
  name: 'lookups.folders',
  summary: 'Folders of actions and of user lists',
  method: 'GET',
  path: '/folders',
  access: 'staff',
  input: bySearch,
  output: pageOf(folder),
});
