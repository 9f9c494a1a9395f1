import type { Draw, PlannedAction } from './planned-action.js';

const SITE = 'https://riverbend.example.org';

const LONG_TITLE =
  'Read the county’s whole draft budget with us, line by line, from road salt and bridge paint to storytelling hours and the very last box of library cards, and write down every question you would like somebody to answer in public';

/** Sending people to a page, where they sign, reserve or read something. */
export const openWebpageActions = (draw: Draw): PlannedAction[] => [
  {
    id: 'petition-crossing',
    life: { created: 37, published: 30 },
    featured: true,
    content: {
      kind: 'open_webpage',
      title: 'Sign for a safe crossing on Mill Street',
      description:
        'Two hundred children cross Mill Street every morning, between parked trucks and a blind corner. A raised crossing costs less than a month of the guard we are asking them to do without. Sign, and the board must put it on its agenda at 1,500 names.',
      disclaimer: 'The board counts one signature for each household address.',
      startLabel: 'Sign the petition',
      media: draw('crossing', 'A crossing guard stops the traffic for three children'),
      folderIds: ['f-getting-around'],
      webLink: `${SITE}/petitions/mill-street-crossing`,
    },
  },
  {
    id: 'town-hall-seat',
    life: { created: 20, published: 15 },
    content: {
      kind: 'open_webpage',
      title: 'Save a seat at the library town hall',
      description:
        'All five commissioners, two microphones, ninety minutes. Interpretation into Spanish and sign language, and a corner with toys. Come to ask, or just to fill a chair: a full room is an argument.',
      disclaimer: 'The hall has a ramp on the river side.',
      startLabel: 'preset:rsvp',
      media: draw('town-hall', 'Neighbors listen to a speaker in the town hall'),
      folderIds: ['f-library'],
      webLink: `${SITE}/town-hall?seats=1`,
    },
  },
  {
    id: 'read-budget',
    life: { created: 11, published: 7 },
    content: {
      kind: 'open_webpage',
      title: LONG_TITLE,
      description:
        'It is 214 pages long and surprisingly readable. Pick a chapter; we keep a list of who reads what.',
      startLabel: 'preset:learn_more',
      folderIds: ['f-library'],
      webLink: `${SITE}/budget/reading-group`,
    },
  },
  {
    id: 'new-volunteer-handbook',
    life: { created: 50, published: 44 },
    visibility: 'private',
    audience: { listIds: ['ul-new'], userIds: ['u-otis-brambleway', 'u-bo-li-reed'] },
    content: {
      kind: 'open_webpage',
      title: 'Read the handbook before your first shift',
      description:
        'Twelve pages: how we talk, what we never promise, and whom to call when a day goes sideways.',
      startLabel: 'Open the handbook',
      media: draw('survey', 'A clipboard with questions and switches'),
      folderIds: ['f-welcome'],
      webLink: `${SITE}/handbook`,
    },
  },
  {
    id: 'youth-council',
    life: { created: 5, scheduled: [-9.4, 'private'] },
    audience: { listIds: ['ul-new', 'ul-espanol'], districtIds: ['d-larkspur'] },
    content: {
      kind: 'open_webpage',
      title: 'Apply for the spring youth council',
      description: 'Twelve seats for people from 16 to 21, with a vote on how the parks money is spent.',
      startLabel: 'preset:sign_up',
      media: draw('friends', 'Three friends talk by the river at sunset'),
      folderIds: ['f-river'],
      webLink: `${SITE}/youth-council`,
    },
  },
  {
    id: 'coat-drive',
    life: { created: 54, published: 47, closed: 8 },
    content: {
      kind: 'open_webpage',
      title: 'Lend a hand at the coat drive',
      description: 'Done! 312 coats found new shoulders. See you next winter.',
      startLabel: 'Pick a shift',
      media: draw('harvest', 'A stall with two helpers'),
      folderIds: ['f-welcome'],
      webLink: `${SITE}/coats/shifts`,
    },
  },
];
