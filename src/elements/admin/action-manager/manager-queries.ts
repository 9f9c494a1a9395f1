import { getAction } from '../../../contract/calls/actions.js';
import { getSession, type Session } from '../../../contract/calls/session.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import type { Action } from '../../../domain/action/action-schema.js';

/** Which kinds the organization may create is in the session. */
export const sessionQuery = (host: ClientHost): ClientQuery<readonly [], Session> =>
  new ClientQuery(
    host,
    (client, _args, signal) => client.call(getSession, {}, { signal }),
    () => [],
  );

/** The action that is shown, always as it is now; nothing while its id is empty. */
export const actionQuery = (
  host: ClientHost,
  actionId: () => string,
): ClientQuery<readonly [string | undefined], Action> =>
  new ClientQuery(
    host,
    (client, [id], signal) => client.call(getAction, { id: id ?? '' }, { signal }),
    () => [actionId() === '' ? undefined : actionId()] as const,
    { reloadOn: ({ topic }) => topic === 'actions' },
  );
