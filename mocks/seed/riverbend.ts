import { campaignData, type CampaignData } from '../../src/backend/index.js';

import { canvassingActions } from './canvassing-actions.js';
import { drawScene } from './draw-scene.js';
import { friendToFriendActions } from './friend-to-friend-actions.js';
import { inventDeliveries, inventEvents } from './invent-events.js';
import { openWebpageActions } from './open-webpage-actions.js';
import { peerToPeerActions } from './peer-to-peer-actions.js';
import { drawWith, toSeedAction, type Draw } from './planned-action.js';
import { riverbendContactLists, riverbendFields, riverbendTags } from './riverbend-data-fields.js';
import { riverbendUserLists, riverbendUsers } from './riverbend-people.js';
import { riverbendDistricts, riverbendFolders } from './riverbend-places.js';
import type { SceneUrl } from './scene-names.js';
import { socialSharingActions } from './social-sharing-actions.js';
import { surveyActions } from './survey-actions.js';
import { videoStoriesActions } from './video-stories-actions.js';
import { voterRegistrationActions } from './voter-registration-actions.js';

export interface RiverbendOptions {
  /** The moment that everything in the campaign is told from: drafts are days old, schedules are days ahead. */
  readonly now: Date;
  /** Where pictures are; without it each is a small drawing inside its own `data:` address. */
  readonly sceneUrl?: SceneUrl;
  /** How many events people have left; 5,000 unless told otherwise. */
  readonly eventCount?: number;
}

/** The share link that demonstrations may rely on: it leads to the petition for a safe crossing. */
export const RIVERBEND_SHARE_TOKEN = 'riverbend-crossing-petition';

const allActions = (draw: Draw) => [
  ...peerToPeerActions(draw),
  ...friendToFriendActions(draw),
  ...canvassingActions(draw),
  ...socialSharingActions(draw),
  ...videoStoriesActions(draw),
  ...surveyActions(draw),
  ...openWebpageActions(draw),
  ...voterRegistrationActions(draw),
];

const aboutRiverbend = (draw: Draw) => ({
  id: 'riverbend',
  name: 'Riverbend Together',
  slogan: 'Neighbors who do the next small thing.',
  description:
    'We are four hundred neighbors in an invented county who keep a library open, get a street crossed safely and pull shopping carts out of a river.',
  website: 'https://riverbend.example.org/',
  logo: draw('logo', 'Riverbend Together'),
  timeZone: 'America/Chicago',
  languages: ['en', 'es'],
  districtIds: ['d-larkspur'],
  kinds: [
    'peer_to_peer',
    'friend_to_friend',
    'canvassing',
    'social_sharing',
    'video_stories',
    'survey',
    'open_webpage',
    'voter_registration',
  ] as const,
});

/**
 * A believable campaign of an invented organization: actions of all kinds and in all states, sixty people in lists and
 * districts, and weeks of events. The same `now` gives the same campaign to the letter.
 */
export function riverbend({ now, sceneUrl = drawScene, eventCount = 5_000 }: RiverbendOptions): CampaignData {
  const draw = drawWith(sceneUrl);
  const data = campaignData.parse({
    revision: 'riverbend-1',
    campaign: { ...aboutRiverbend(draw), kinds: [...aboutRiverbend(draw).kinds] },
    users: riverbendUsers,
    userLists: riverbendUserLists,
    contactLists: riverbendContactLists,
    folders: riverbendFolders,
    districts: riverbendDistricts,
    tags: riverbendTags,
    fields: riverbendFields,
    actions: allActions(draw).map((plan) => toSeedAction(plan, now)),
    shareLinks: [{ actionId: 'petition-crossing', token: RIVERBEND_SHARE_TOKEN }],
  });
  const deliveries = inventDeliveries(data.actions, data);
  return { ...data, deliveries, events: inventEvents({ ...data, deliveries }, now, eventCount) };
}
