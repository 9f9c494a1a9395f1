import {
  listDistricts,
  listFolders,
  listUserLists,
  listUsers,
  type UserListSummary,
} from '../../../contract/calls/lookups.js';
import type { Client } from '../../../contract/client.js';
import { userName } from '../../../domain/people/user-name.js';
import type { Id } from '../../../domain/values/id-schema.js';
import type { LoadOptions } from './option-picker.js';
import type { PublishWords } from './publish-words.js';

export const PICKERS = ['lists', 'folders', 'users', 'districts'] as const;
export type PickerName = (typeof PICKERS)[number];

/** Where the options of each picker come from, with the words that tell them apart. */
export const optionSources = (words: PublishWords): Record<PickerName, LoadOptions> => ({
  lists: async (client, query, signal) => {
    const page = await client.call(listUserLists, query, { signal });
    return {
      ...page,
      items: page.items.map(({ id, name, count }) => ({
        id,
        name,
        note: () => words.t('publish.members', { count }),
      })),
    };
  },
  folders: (client, query, signal) => client.call(listFolders, query, { signal }),
  users: async (client, query, signal) => {
    const page = await client.call(listUsers, query, { signal });
    return {
      ...page,
      items: page.items.map((user) => ({ id: user.id, name: userName(user), note: () => user.email ?? '' })),
    };
  },
  districts: async (client, query, signal) => {
    const page = await client.call(listDistricts, query, { signal });
    return {
      ...page,
      items: page.items.map(({ id, name, kind }) => ({
        id,
        name,
        note: () => words.t(`publish.district.${kind}`),
      })),
    };
  },
});

/** No campaign sorts more lists than this into folders, in pages of 100. */
const LIST_PAGES = 50;

/** The lists that lie in folders now, each folder's by its id. */
export async function listsInFolders(
  client: Client,
  folderIds: readonly Id[],
  signal: AbortSignal,
): Promise<ReadonlyMap<Id, readonly UserListSummary[]>> {
  const found = new Map<Id, UserListSummary[]>(folderIds.map((id) => [id, []]));
  let cursor: string | undefined;
  for (let pages = 0; pages < LIST_PAGES; pages += 1) {
    const query = { limit: 100, ...(cursor !== undefined && { cursor }) };
    const { items, nextCursor } = await client.call(listUserLists, query, { signal });
    for (const list of items) if (list.folderId !== null) found.get(list.folderId)?.push(list);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return found;
}
