import { getAction } from '../../../contract/calls/actions.js';
import type { Client } from '../../../contract/client.js';
import { ClientError } from '../../../contract/client-error.js';
import { getShareLinks, type ShareLinks } from '../../../contract/calls/links.js';
import type { Action } from '../../../domain/action/action-schema.js';
import type { TransitionRefusal } from '../../../domain/action/lifecycle.js';
import type { Id } from '../../../domain/values/id-schema.js';

/** The links to an action, or why there are none yet. */
export type Sharing =
  | { readonly state: 'shared'; readonly links: ShareLinks; readonly action: Action }
  | { readonly state: 'none'; readonly reason: TransitionRefusal };

/** Reads the links. That there are none yet is an answer, not a failure. */
export async function loadSharing(client: Client, id: Id, signal: AbortSignal): Promise<Sharing> {
  try {
    const [links, action] = await Promise.all([
      client.call(getShareLinks, { actionId: id }, { signal }),
      client.call(getAction, { id }, { signal }),
    ]);
    return { state: 'shared', links, action };
  } catch (error) {
    if (!(error instanceof ClientError) || error.code !== 'transition-refused') throw error;
    return { state: 'none', reason: error.details.reason ?? 'not-published' };
  }
}
