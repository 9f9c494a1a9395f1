import type { CampaignDataInput } from '../../src/backend/index.js';

const onContacts = { reportable: true, appliesTo: 'contacts' } as const;
const onUsers = { reportable: false, appliesTo: 'users' } as const;

export const riverbendTags = [
  { id: 't-supports-library', name: 'Supports longer library hours', order: 1, ...onContacts },
  { id: 't-undecided', name: 'Undecided', order: 2, ...onContacts },
  { id: 't-needs-ride', name: 'Needs a ride', order: 3, ...onContacts },
  { id: 't-will-attend', name: 'Will come to the town hall', order: 4, ...onContacts },
  { id: 't-wants-sign', name: 'Wants a yard sign', order: 5, ...onContacts },
  { id: 't-habla-espanol', name: 'Habla español', order: 6, ...onContacts },
  { id: 't-rides-route-6', name: 'Rides Route 6', order: 7, ...onContacts },
  { id: 't-has-children', name: 'Has children at Mill Street School', order: 8, ...onContacts },
  { id: 't-moved', name: 'Moved away', order: 9, ...onContacts, reportable: false },
  { id: 't-can-drive', name: 'Can drive others', order: 10, ...onUsers },
  { id: 't-weekends', name: 'Free on weekends', order: 11, ...onUsers },
  { id: 't-trained-texter', name: 'Trained to text', order: 12, ...onUsers },
] as const satisfies CampaignDataInput['tags'];

export const riverbendFields = [
  { id: 'c-notes', name: 'Notes', kind: 'long_text', order: 1, ...onContacts },
  {
    id: 'c-support',
    name: 'Support for longer hours',
    kind: 'selection',
    options: ['1 – strongly for', '2 – for', '3 – not sure', '4 – against', '5 – strongly against'],
    order: 2,
    ...onContacts,
  },
  {
    id: 'c-best-time',
    name: 'Best time to reach',
    kind: 'several',
    options: ['Mornings', 'Lunchtime', 'Afternoons', 'Evenings'],
    order: 3,
    ...onContacts,
  },
  { id: 'c-bus-stop', name: 'Nearest bus stop', kind: 'text', order: 4, ...onContacts },
  { id: 'c-trips', name: 'Bus trips a week', kind: 'number', order: 5, ...onContacts },
  { id: 'c-follow-up', name: 'Follow up on', kind: 'date', order: 6, ...onContacts },
  {
    id: 'c-shift',
    name: 'Preferred shift',
    kind: 'selection',
    options: ['Saturday morning', 'Saturday afternoon', 'Sunday afternoon', 'A weekday evening'],
    order: 7,
    ...onUsers,
  },
  { id: 'c-skills', name: 'What I like doing', kind: 'long_text', order: 8, ...onUsers },
] as const satisfies CampaignDataInput['fields'];

export const riverbendContactLists = [
  { id: 'l-mill-hollow', name: 'Mill Hollow households', count: 1_840 },
  { id: 'l-north-shoals', name: 'North Shoals, numbered streets', count: 962 },
  { id: 'l-route-6', name: 'Route 6 riders who signed up for news', count: 2_215 },
  { id: 'l-library-cards', name: 'Library card holders who said yes to texts', count: 5_307 },
  { id: 'l-river-day', name: 'Came to River Day before', count: 428 },
  { id: 'l-new-movers', name: 'Moved to Larkspur County this year', count: 611 },
] as const satisfies CampaignDataInput['contactLists'];
