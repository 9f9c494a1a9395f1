import type { Timestamp } from '../values/id-schema.js';
import { decideClosing } from './closing.js';

interface Startable {
  readonly status: string;
  readonly content: { readonly closesAt: Timestamp | null };
  readonly engagement: { readonly startedAt: Timestamp | null };
}

/**
 * Whether somebody may take part at `now`: `start` what is open, `finish` what they had started before it was closed, or
 * neither.
 */
export function decideStart(action: Startable, now: Date): 'start' | 'finish' | 'closed' {
  if (decideClosing(action, now).state !== 'closed') return 'start';
  return action.engagement.startedAt === null ? 'closed' : 'finish';
}
