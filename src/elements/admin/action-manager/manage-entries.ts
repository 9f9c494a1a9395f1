import type { Action } from '../../../domain/action/action-schema.js';
import {
  decideTransition,
  type Transition,
  type TransitionRefusal,
} from '../../../domain/action/lifecycle.js';

/** What the menu of an action can do. */
export type ManageCommand =
  | 'settings'
  | 'edit'
  | 'publish'
  | 'audience'
  | 'results'
  | 'share'
  | 'copy'
  | 'feature'
  | 'unfeature'
  | 'close'
  | 'reopen'
  | 'delete';

export interface ManageEntry {
  readonly command: ManageCommand;
  /** Why it is not possible now. */
  readonly reason?: TransitionRefusal;
}

/** What can be done with an action at `now`, in the order of the menu, each with the domain's reason where it can't. */
export function listEntries(action: Action, now: Date): ManageEntry[] {
  const entry = (command: ManageCommand, transition: Transition): ManageEntry => {
    const decision = decideTransition(action, transition, now);
    return decision.ok ? { command } : { command, reason: decision.reason };
  };
  const { status, visibility, featured } = action;
  return [
    { command: status === 'deleted' ? 'settings' : 'edit' },
    withPanel(entry(visibility === 'unpublished' ? 'publish' : 'audience', { to: 'send' })),
    visibility === 'unpublished' ? { command: 'results', reason: 'not-published' } : { command: 'results' },
    shareEntry(action),
    { command: 'copy' },
    entry(featured ? 'unfeature' : 'feature', { to: 'feature' }),
    status === 'closed' ? entry('reopen', { to: 'reopen' }) : entry('close', { to: 'close' }),
    entry('delete', { to: 'delete' }),
  ];
}

/** The panel opens also where something is missing: it is the place to see and to mend it. */
function withPanel(entry: ManageEntry): ManageEntry {
  return entry.reason === 'deleted' || entry.reason === 'closed' ? entry : { command: entry.command };
}

function shareEntry({ status, visibility }: Action): ManageEntry {
  if (status === 'deleted') return { command: 'share', reason: 'deleted' };
  return visibility === 'unpublished' ? { command: 'share', reason: 'not-published' } : { command: 'share' };
}
