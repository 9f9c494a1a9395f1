import type { Draw, PlannedAction } from './planned-action.js';

/** Helping people to register to vote. */
export const voterRegistrationActions = (draw: Draw): PlannedAction[] => [
  {
    id: 'register-riverbend',
    life: { created: 45, published: 36 },
    content: {
      kind: 'voter_registration',
      title: 'Register to vote, or check in a minute that you are',
      description:
        'Whoever you vote for: be on the list. We take you to your state’s own page, stay with you until you are through, and remind you when there is something to do.',
      disclaimer: 'Riverbend Together takes no side in elections and never sees your form.',
      startLabel: 'preset:register',
      access: 'anonymous',
      media: draw('register-desktop', 'Neighbors of all ages by the river, on the way to register to vote'),
      folderIds: ['f-voting'],
      heroDesktop: draw(
        'register-desktop',
        'Neighbors of all ages by the river, on the way to register to vote',
      ),
      heroMobile: draw('register-mobile', 'Neighbors around a ballot box by the river'),
      joinVideo: 'https://video.example.org/riverbend/register-in-a-minute',
      goal: { target: 1_000, metric: 'checks_started' },
      incentives: [
        { title: 'River pin', threshold: 3, reward: 'An enamel pin with the two waves' },
        { title: 'Soup for two', threshold: 10, reward: 'Two bowls at the Bridge Street kitchen' },
        {
          title: 'Your name on the bench',
          threshold: 50,
          reward: 'A small plate on the new bench by the landing',
        },
      ],
    },
  },
  {
    id: 'register-campus',
    life: { created: 7, scheduled: [-5.5, 'public'] },
    audience: { districtIds: ['d-north-shoals'] },
    content: {
      kind: 'voter_registration',
      title: 'North Shoals College: be on the list before finals',
      description: 'New address, new dormitory, new form. Check it between two lectures.',
      startLabel: 'preset:register',
      access: 'anonymous',
      media: draw('register-mobile', 'Neighbors around a ballot box by the river'),
      folderIds: ['f-voting'],
      heroMobile: draw('register-mobile', 'Neighbors around a ballot box by the river'),
      goal: { target: 400, metric: 'self_reported' },
      autoOpen: true,
    },
  },
  {
    id: 'register-market',
    life: { created: 1.2 },
    copiedFromId: 'register-riverbend',
    content: {
      kind: 'voter_registration',
      title: 'Register at the market stall',
      description: '',
      startLabel: 'preset:register',
      access: 'anonymous',
      folderIds: ['f-voting'],
      goal: { target: 150, metric: 'handed_off' },
    },
  },
];
