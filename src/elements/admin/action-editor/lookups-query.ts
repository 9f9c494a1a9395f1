import { listContactLists, listFolders } from '../../../contract/calls/lookups.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import type { EditorLookups } from './editor-form.js';

/** Folders and contact lists to choose from, a hundred of each. */
export const lookupsQuery = (host: ClientHost): ClientQuery<readonly [], EditorLookups> =>
  new ClientQuery(
    host,
    async (client, _args, signal) => {
      const [folders, contactLists] = await Promise.all([
        client.call(listFolders, { limit: 100 }, { signal }),
        client.call(listContactLists, { limit: 100 }, { signal }),
      ]);
      return { folders: folders.items, contactLists: contactLists.items };
    },
    () => [],
  );
