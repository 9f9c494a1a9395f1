import type { IDBPDatabase } from 'idb';

import type { TableName } from './tables.js';

type Upgrade = (database: IDBPDatabase) => void;
type Indexes = Partial<Record<TableName, readonly string[]>>;

/** From version to version, in order. What is released is never changed: a new need is a new step. */
export const UPGRADES: readonly Upgrade[] = [
  addTables({
    campaigns: [],
    users: [],
    userLists: ['folder'],
    contactLists: [],
    folders: [],
    districts: [],
    tags: [],
    fields: [],
    actions: ['status', 'waiting'],
    deliveries: ['user'],
    events: ['action', 'participant'],
    keys: [],
    shareLinks: ['action'],
    referrals: ['participant'],
    changes: [],
    counters: [],
  }),
  addTables({ signInCodes: [], sessions: [], messages: [] }),
];

function addTables(tables: Indexes): Upgrade {
  return (database) => {
    for (const [table, indexes] of Object.entries(tables)) {
      const store = database.createObjectStore(table, { keyPath: 'key' });
      for (const index of indexes) store.createIndex(index, `indexes.${index}`);
    }
  };
}
