import type { CampaignDataInput } from '../backend/campaign-data-schema.js';
import { ACTION_KINDS } from '../domain/action/action-kind.js';

/** Ids that the cases refer to. */
export const IDS = {
  staff: 'staff-1',
  volunteers: ['volunteer-1', 'volunteer-2', 'volunteer-3', 'volunteer-4', 'volunteer-5'],
  north: 'district-north',
  south: 'district-south',
  /** Volunteers 1 and 2. */
  listOfTwo: 'list-a',
  /** Volunteer 3; in the folder. */
  listOfThree: 'list-b',
  /** Volunteer 4; in the folder. */
  listOfFour: 'list-c',
  emptyList: 'list-empty',
  folderOfLists: 'folder-lists',
  folderOfActions: 'folder-actions',
  contactList: 'contacts-a',
  tag: 'tag-a',
  field: 'field-a',
  outsideAction: 'outside-action',
  outsideList: 'outside-list',
  outsideUser: 'outside-staff',
  outsideFolder: 'outside-folder',
  outsideDistrict: 'outside-district',
} as const;

const person = (id: string, firstName: string, language: string, districtIds: readonly string[]) => ({
  id,
  firstName,
  lastName: 'Example',
  email: `${id}@example.org`,
  role: 'volunteer' as const,
  language,
  districtIds: [...districtIds],
});

const campaign = {
  slogan: '',
  description: '',
  website: 'https://example.org/',
  timeZone: 'America/New_York',
  languages: ['en', 'es'],
  kinds: [...ACTION_KINDS],
};

/** What a backend is filled with before each case. */
export const conformanceCampaign: CampaignDataInput = {
  revision: 'conformance-1',
  campaign: { id: 'conformance', name: 'Conformance', ...campaign },
  users: [
    { ...person(IDS.staff, 'Sam', 'en', []), role: 'staff' },
    person('volunteer-1', 'Ada', 'en', [IDS.north]),
    person('volunteer-2', 'Ben', 'en', [IDS.south]),
    person('volunteer-3', 'Carla', 'es', [IDS.north]),
    person('volunteer-4', 'Diego', 'es', [IDS.south]),
    person('volunteer-5', 'Eva', 'en', []),
  ],
  userLists: [
    { id: IDS.listOfTwo, name: 'List A', folderId: null, userIds: ['volunteer-1', 'volunteer-2'] },
    { id: IDS.listOfThree, name: 'List B', folderId: IDS.folderOfLists, userIds: ['volunteer-3'] },
    { id: IDS.listOfFour, name: 'List C', folderId: IDS.folderOfLists, userIds: ['volunteer-4'] },
    { id: IDS.emptyList, name: 'List without people', folderId: null, userIds: [] },
  ],
  contactLists: [{ id: IDS.contactList, name: 'Contacts', count: 12 }],
  folders: [
    { id: IDS.folderOfLists, name: 'Lists' },
    { id: IDS.folderOfActions, name: 'Actions' },
  ],
  districts: [
    { id: IDS.north, kind: 'state', name: 'North' },
    { id: IDS.south, kind: 'state', name: 'South' },
  ],
  tags: [{ id: IDS.tag, name: 'Supporter', order: 1, reportable: true, appliesTo: 'contacts' }],
  fields: [{ id: IDS.field, name: 'Notes', kind: 'text', order: 1, reportable: true, appliesTo: 'contacts' }],
};

/** Another campaign in the same backend, of which nothing may ever be seen. */
export const outsideCampaign: CampaignDataInput = {
  revision: 'conformance-1',
  campaign: { id: 'outside', name: 'Outside', ...campaign },
  users: [{ ...person(IDS.outsideUser, 'Olga', 'en', []), role: 'staff' }],
  userLists: [
    { id: IDS.outsideList, name: 'Outside', folderId: IDS.outsideFolder, userIds: [IDS.outsideUser] },
  ],
  folders: [{ id: IDS.outsideFolder, name: 'Outside' }],
  districts: [{ id: IDS.outsideDistrict, kind: 'state', name: 'Outside' }],
  actions: [
    {
      id: IDS.outsideAction,
      content: {
        kind: 'open_webpage',
        title: 'Outside',
        description: 'Nobody else sees this',
        webLink: 'https://example.org/outside',
      },
      status: 'published',
      visibility: 'public',
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
      publishedAt: '2026-01-01T00:00:00.000Z',
    },
  ],
};
