import { createBackend, type Backend, type LinkTemplates } from '@groundswell/elements/backend';
import type { Id } from '@groundswell/elements/domain';

import { CHANGES_CHANNEL, type Database } from '../database/database.js';
import { addMessage } from '../delivery/add-message.js';
import type { TokenSigner } from '../identity/token-signer.js';
import { createChangeNotifier } from '../live/change-notifier.js';
import { createLiveChanges, type LiveChanges } from '../live/live-changes.js';
import { createPostgresStore } from '../store/create-store.js';

export interface BackendPartsOptions {
  readonly database: Database;
  readonly links: LinkTemplates;
  readonly signToken: TokenSigner;
  readonly now: () => Date;
  readonly newId: () => Id;
  readonly newCode?: (() => string) | undefined;
  readonly report: (error: unknown) => void;
}

export interface BackendParts extends Pick<Backend, 'dispatch'> {
  readonly publishDue: () => ReturnType<Backend['publishDue']>;
  readonly live: LiveChanges;
  /** Hears no more of other processes, and tells them what has not been told yet. */
  readonly close: () => Promise<void>;
}

/** The backend on PostgreSQL, and those who are told of changes: here, and in every other process. */
export async function openBackend(options: BackendPartsOptions): Promise<BackendParts> {
  const { database, newCode, report } = options;
  const notifier = createChangeNotifier({ database, wake: (orgId) => live.wake(orgId), report });
  const store = createPostgresStore(database, {
    messages: ({ rows, orgId }) => ({ add: (message) => addMessage(rows, orgId, message) }),
  });
  const backend = createBackend({
    ...{ store, links: options.links, now: options.now, newId: options.newId },
    ...{ signToken: options.signToken, onChange: notifier.changed, report },
    ...(newCode === undefined ? {} : { newCode }),
  });
  const live = createLiveChanges({ dispatch: backend.dispatch, report });
  const deafen = await database.listen(CHANGES_CHANNEL, (orgId) => live.wake(orgId));
  return {
    dispatch: backend.dispatch,
    publishDue: () => backend.publishDue(),
    live,
    close: async () => {
      await deafen();
      await notifier.flush();
    },
  };
}
