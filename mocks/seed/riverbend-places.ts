import type { CampaignDataInput } from '../../src/backend/index.js';

/** Invented places: no such state, county or town exists. */
export const riverbendDistricts = [
  { id: 'd-new-arcadia', kind: 'state', name: 'New Arcadia' },
  { id: 'd-congress-3', kind: 'federal', name: 'New Arcadia Congressional District 3' },
  { id: 'd-house-14', kind: 'state_legislative', name: 'House District 14' },
  { id: 'd-house-15', kind: 'state_legislative', name: 'House District 15' },
  { id: 'd-senate-7', kind: 'state_legislative', name: 'Senate District 7' },
  { id: 'd-larkspur', kind: 'county', name: 'Larkspur County' },
  { id: 'd-riverbend', kind: 'city', name: 'Riverbend' },
  { id: 'd-north-shoals', kind: 'city', name: 'North Shoals' },
  { id: 'd-otter-landing', kind: 'city', name: 'Otter Landing' },
] as const satisfies CampaignDataInput['districts'];

const EVERYWHERE = ['d-new-arcadia', 'd-congress-3', 'd-senate-7', 'd-larkspur'];

/** Which districts somebody from each town lives in. */
export const DISTRICTS_OF_TOWN = {
  riverbend: [...EVERYWHERE, 'd-house-14', 'd-riverbend'],
  'north-shoals': [...EVERYWHERE, 'd-house-15', 'd-north-shoals'],
  'otter-landing': [...EVERYWHERE, 'd-house-15', 'd-otter-landing'],
} as const satisfies Record<string, readonly string[]>;

export type Town = keyof typeof DISTRICTS_OF_TOWN;

/** Folders keep actions tidy; two of them bundle user lists. */
export const riverbendFolders = [
  { id: 'f-library', name: 'Library hours' },
  { id: 'f-river', name: 'River and parks' },
  { id: 'f-getting-around', name: 'Getting around' },
  { id: 'f-voting', name: 'Registration and voting' },
  { id: 'f-welcome', name: 'Welcome, volunteers' },
  { id: 'f-field-teams', name: 'Field team lists' },
  { id: 'f-language-teams', name: 'Language team lists' },
] as const satisfies CampaignDataInput['folders'];
