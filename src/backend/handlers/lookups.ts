import type { HandlersOf } from '../work.js';

export const lookupHandlers: HandlersOf<
  | 'lookups.userLists'
  | 'lookups.contactLists'
  | 'lookups.users'
  | 'lookups.tags'
  | 'lookups.fields'
  | 'lookups.districts'
  | 'lookups.folders'
> = {
  'lookups.userLists': async ({ ports }, query) => {
    const page = await ports.lookups.page('userLists', query);
    return { ...page, items: page.items.map(({ userIds, ...list }) => ({ ...list, count: userIds.length })) };
  },
  'lookups.contactLists': ({ ports }, query) => ports.lookups.page('contactLists', query),
  'lookups.users': ({ ports }, query) => ports.lookups.page('users', query),
  'lookups.tags': ({ ports }, query) => ports.lookups.page('tags', query),
  'lookups.fields': ({ ports }, query) => ports.lookups.page('fields', query),
  'lookups.districts': ({ ports }, query) => ports.lookups.page('districts', query),
  'lookups.folders': ({ ports }, query) => ports.lookups.page('folders', query),
};
