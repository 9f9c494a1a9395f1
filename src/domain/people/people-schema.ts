import * as z from 'zod/mini';

import { id, idList } from '../values/id-schema.js';
import { language } from '../values/language-schema.js';

export const ROLES = ['owner', 'admin', 'staff', 'volunteer'] as const;
export const DISTRICT_KINDS = ['state', 'federal', 'state_legislative', 'county', 'city'] as const;

/** Someone with an account, whether they organize or volunteer. */
export const user = z.object({
  id,
  firstName: z.string().check(z.maxLength(200)),
  lastName: z.string().check(z.maxLength(200)),
  email: z.nullable(z.string().check(z.maxLength(320))),
  role: z.enum(ROLES),
  language,
  districtIds: idList,
});

/** A named set of users. Volunteers can't see which lists they are on. */
export const userList = z.object({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  folderId: z.nullable(id),
  userIds: z.array(id),
});

/** A named set of contacts that an action can target. */
export const contactList = z.object({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  count: z.int(),
});

/** Keeps actions tidy, and bundles user lists so that an action can be sent to all of them at once. */
export const folder = z.object({ id, name: z.string().check(z.minLength(1), z.maxLength(200)) });

export const district = z.object({
  id,
  kind: z.enum(DISTRICT_KINDS),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
});

export type User = z.infer<typeof user>;
export type Role = (typeof ROLES)[number];
export type UserList = z.infer<typeof userList>;
export type ContactList = z.infer<typeof contactList>;
export type Folder = z.infer<typeof folder>;
export type District = z.infer<typeof district>;

/** Roles that manage actions. */
export const isStaff = (role: Role): boolean => role !== 'volunteer';
