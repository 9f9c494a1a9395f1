import type { CampaignDataInput } from '../../src/backend/index.js';

import { DISTRICTS_OF_TOWN, type Town } from './riverbend-places.js';

type User = CampaignDataInput['users'][number];

/** People the demonstration lets you be, by what they do. */
export const RIVERBEND_PEOPLE = {
  organizer: 'u-otis-brambleway',
  volunteer: 'u-marigold-finch',
  spanishSpeakingVolunteer: 'u-socorro-valverde',
} as const;

/** Everybody's name, invented from trees, birds and water; the first six organize. */
const NAMES: Readonly<Record<Town, readonly string[]>> = {
  riverbend: [
    'Wilhelmina|Thistlewood|owner',
    'Otis|Brambleway|admin',
    'Rosario|Laguna del Norte|admin|es',
    'Cassius|Pebblebrook|staff',
    'Juniper|Ashgrove|staff',
    'Amparo|Riofresco|staff|es',
    'Marigold|Finch',
    'Socorro|Valverde|volunteer|es-MX',
    'Ignatius|Heronsway',
    'Tamsin|Willowherb',
    'Leocadia|Montesol|volunteer|es',
    'Barnaby|Quillfeather',
    'ليلى|النهري',
    'Percival|Oakenshaw',
    'Xiomara|Campoverde|volunteer|es',
    'Bo|Li-Reed',
    'Maximiliana Bartholomea|Featherstone-Villaseñor de la Ribera Alta',
    'Hyacinth|Otterburn',
    'Dashiell|Cloverfield',
    'Primrose|Kestrelton',
    'Evaristo|Piedraluna|volunteer|es',
    'Solveig|Fjordmark',
    'Augustus|Meadowlark',
    'Noor|Sandbank',
    'Clementine|Waterford-Moss',
    'Thaddeus|Plumtree',
  ],
  'north-shoals': [
    'Ottoline|Driftwood',
    'Macario|Tresarroyos|volunteer|es',
    'Fergus|Larchmont-Pike',
    'Saffron|Dunegrass',
    'Benedetta|Acquachiara',
    'Ezekiel|Cattail',
    'Consuelo|Arenal|volunteer|es',
    'Wren|Shoalwater',
    'Kofi|Sunbank',
    'Philippa|Goosander',
    'Anselm|Ferry',
    'Guadalupe|Ventisca|volunteer|es',
    'Rowan|Ninebark',
    'Delphine|Sedgewick-Marsh',
    'Alaric|Stonefly',
    'Yevgenia|Beryozova-Lake',
    'Horatio|Windrush',
    'Milagros|Caracola|volunteer|es',
  ],
  'otter-landing': [
    'Beatrix|Otterby',
    'Casimir|Lowbridge',
    'Florencia|Puenteviejo|volunteer|es',
    'Gideon|Mallard',
    'Isolde|Waterlily',
    'Jasper|Crayfield',
    'Kamala|Lotuspond',
    'Lysander|Reedmace',
    'Marisol|Orillas|volunteer|es',
    'Nathaniel|Sandpiper',
    'Octavia|Bulrush',
    'Phineas|Eddystream',
    'Querida|Aguamansa|volunteer|es',
    'Rufus|Millpond',
    'Seraphina|Marlstone',
    'Tiberius|Creek',
  ],
};

const ROLES = ['owner', 'admin', 'staff'] as const;

/** Latin letters only, so that ids and addresses stay plain; a name in another script gets a number instead. */
const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');

function toUser(entry: string, town: Town, index: number): User {
  const [firstName = '', lastName = '', role = 'volunteer', language = 'en'] = entry.split('|');
  const name = slug(`${firstName} ${lastName}`).slice(0, 40) || `neighbor-${String(index + 1)}`;
  return {
    id: `u-${name}`,
    firstName,
    lastName,
    email: index % 11 === 10 ? null : `${name.replaceAll('-', '.')}@example.org`,
    role: ROLES.find((known) => known === role) ?? 'volunteer',
    language,
    districtIds: [...DISTRICTS_OF_TOWN[town]],
  };
}

/** Sixty invented people in three towns. */
export const riverbendUsers: readonly User[] = (Object.keys(NAMES) as Town[]).flatMap((town) =>
  NAMES[town].map((entry, index) => toUser(entry, town, index)),
);

const idsWhere = (accepts: (user: User, index: number) => boolean): string[] =>
  riverbendUsers.filter(accepts).map((user) => user.id);
const isVolunteer = (user: User): boolean => user.role === 'volunteer';
const livesIn = (district: string) => (user: User) => user.districtIds.includes(district);
const speaksSpanish = (user: User): boolean => user.language.startsWith('es');

/** Who is on which list; the demonstration's volunteers are on several. */
export const riverbendUserLists: readonly NonNullable<CampaignDataInput['userLists']>[number][] = [
  {
    id: 'ul-text-team',
    name: 'Text team',
    folderId: 'f-field-teams',
    userIds: idsWhere((_, at) => at % 3 === 0),
  },
  {
    id: 'ul-canvass-captains',
    name: 'Canvass captains',
    folderId: 'f-field-teams',
    userIds: idsWhere((user, at) => isVolunteer(user) && at % 5 === 1),
  },
  {
    id: 'ul-weekend-walkers',
    name: 'Weekend walkers',
    folderId: 'f-field-teams',
    userIds: idsWhere((user, at) => isVolunteer(user) && at % 2 === 0),
  },
  {
    id: 'ul-amplifiers',
    name: 'Social media amplifiers',
    folderId: null,
    userIds: idsWhere((user, at) => isVolunteer(user) && at % 4 !== 0),
  },
  {
    id: 'ul-espanol',
    name: 'Equipo en español',
    folderId: 'f-language-teams',
    userIds: idsWhere(speaksSpanish),
  },
  {
    id: 'ul-library-friends',
    name: 'Friends of the library, Riverbend',
    folderId: null,
    userIds: idsWhere(livesIn('d-riverbend')),
  },
  {
    id: 'ul-new',
    name: 'Joined this month',
    folderId: null,
    userIds: idsWhere((user, at) => isVolunteer(user) && at % 7 === 6),
  },
  { id: 'ul-staff', name: 'Staff', folderId: null, userIds: idsWhere((user) => !isVolunteer(user)) },
  { id: 'ul-nobody-yet', name: 'Spring fellows (nobody yet)', folderId: null, userIds: [] },
];
