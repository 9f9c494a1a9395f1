import { isTextingKind, type ActionKind } from './action-kind.js';

/** Whether the volunteers of this kind work through a list of contacts. */
export const hasTargetList = (kind: ActionKind): boolean => isTextingKind(kind) || kind === 'survey';

/** Whether an action of this kind cannot be published without a list of contacts. */
export const needsTargetList = (kind: ActionKind): boolean => kind === 'peer_to_peer';
