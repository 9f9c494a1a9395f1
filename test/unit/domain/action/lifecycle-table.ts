import type { ActionStatus, Schedule, Visibility } from '../../../../src/domain/action/action-schema.js';
import type { Transition } from '../../../../src/domain/action/lifecycle.js';

/** Everything that can be asked of an action. */
export const COLUMNS = {
  update: () => ({ to: 'update' }),
  schedule: (schedule: Schedule) => ({ to: 'schedule', schedule }),
  unschedule: () => ({ to: 'unschedule' }),
  'publish public': () => ({ to: 'publish', visibility: 'public' }),
  'publish private': () => ({ to: 'publish', visibility: 'private' }),
  'publish scheduled': () => ({ to: 'publish-scheduled' }),
  send: () => ({ to: 'send' }),
  close: () => ({ to: 'close' }),
  reopen: () => ({ to: 'reopen' }),
  delete: () => ({ to: 'delete' }),
  feature: () => ({ to: 'feature' }),
} satisfies Record<string, (schedule: Schedule) => Transition>;

export type Column = keyof typeof COLUMNS;

/** The states that an action can be in, as far as the rules tell them apart. */
const STATES = [
  'draft/unpublished',
  'scheduled/unpublished',
  'published/private',
  'published/public',
  'closed/private',
  'closed/public',
  'deleted',
] as const;
type State = (typeof STATES)[number];

/** The state, or `undefined` where status and visibility contradict each other. */
export function stateOf(status: ActionStatus, visibility: Visibility): State | undefined {
  if (status === 'deleted') return visibility === 'unpublished' ? 'deleted' : undefined;
  return STATES.find((state) => state === `${status}/${visibility}`);
}

const deleted = { deleted: 'deleted' } as const;
const unpublished = (answer: string) => ({ 'draft/unpublished': answer, 'scheduled/unpublished': answer });
const published = (answer: string) => ({ 'published/private': answer, 'published/public': answer });
const closed = (answer: string) => ({ 'closed/private': answer, 'closed/public': answer });

/**
 * The lifecycle as a table, written from the description of the product. A cell is a reason for refusing, or guards and
 * the state that is reached when all of them hold; the first guard that does not hold says why.
 */
export const RULES: Record<Column, Record<State, string>> = {
  update: {
    'draft/unpublished': 'always → draft/unpublished',
    'scheduled/unpublished': 'always → scheduled/unpublished',
    'published/private': 'complete → published/private',
    'published/public': 'complete → published/public',
    'closed/private': 'complete → closed/private',
    'closed/public': 'complete → closed/public',
    ...deleted,
  },
  schedule: {
    ...unpublished('future, addressed-if-private, complete → scheduled/unpublished'),
    ...published('already-published'),
    ...closed('closed'),
    ...deleted,
  },
  unschedule: {
    'draft/unpublished': 'not-scheduled',
    'scheduled/unpublished': 'always → draft/unpublished',
    ...published('not-scheduled'),
    ...closed('not-scheduled'),
    ...deleted,
  },
  'publish public': {
    ...unpublished('complete → published/public'),
    'published/private': 'complete → published/public',
    'published/public': 'already-public',
    ...closed('closed'),
    ...deleted,
  },
  'publish private': {
    ...unpublished('addressed, complete → published/private'),
    'published/private': 'already-published',
    'published/public': 'public-stays-public',
    ...closed('closed'),
    ...deleted,
  },
  'publish scheduled': {
    'draft/unpublished': 'not-scheduled',
    'scheduled/unpublished': 'due, addressed-if-private, complete → as scheduled',
    ...published('not-scheduled'),
    ...closed('not-scheduled'),
    ...deleted,
  },
  send: {
    ...unpublished('addressed, complete → published/private'),
    'published/private': 'addressed, complete → published/private',
    'published/public': 'addressed, complete → published/public',
    ...closed('closed'),
    ...deleted,
  },
  close: {
    ...unpublished('not-published'),
    'published/private': 'always → closed/private',
    'published/public': 'always → closed/public',
    ...closed('already-closed'),
    ...deleted,
  },
  reopen: {
    ...unpublished('not-closed'),
    ...published('not-closed'),
    'closed/private': 'always → published/private',
    'closed/public': 'always → published/public',
    ...deleted,
  },
  delete: {
    ...unpublished('always → deleted/unpublished'),
    'published/private': 'always → deleted/private',
    'published/public': 'always → deleted/public',
    'closed/private': 'always → deleted/private',
    'closed/public': 'always → deleted/public',
    ...deleted,
  },
  feature: {
    'draft/unpublished': 'always → draft/unpublished',
    'scheduled/unpublished': 'always → scheduled/unpublished',
    'published/private': 'always → published/private',
    'published/public': 'always → published/public',
    'closed/private': 'always → closed/private',
    'closed/public': 'always → closed/public',
    ...deleted,
  },
};
