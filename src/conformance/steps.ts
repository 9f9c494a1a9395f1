import {
  closeAction,
  createAction,
  deleteAction,
  getAction,
  publishAction,
  scheduleAction,
  sendAction,
  updateAction,
} from '../contract/actions.js';
import type { Client } from '../contract/client.js';
import { getFeedAction, listFeed, type Engagement, type FeedAction } from '../contract/feed.js';
import type { InputOf } from '../contract/operation.js';
import { recordPerform, recordSeen, startAction } from '../contract/perform.js';
import { getResults } from '../contract/results.js';
import type { ActionKind } from '../domain/action/action-kind.js';
import type { Action, ActionContentInput } from '../domain/action/action-schema.js';
import type { Results } from '../domain/results/results-schema.js';
import { IDS } from './fixture.js';
import type { ConformanceWorld } from './world.js';

const words = { title: 'A title', description: 'A description' };
const scripts = [{ id: 'script-1', role: 'initial', channel: 'text', body: 'Hello {{first_name}}' }] as const;

/** A complete action of each kind. */
export const COMPLETE: { readonly [K in ActionKind]: Extract<ActionContentInput, { kind: K }> } = {
  peer_to_peer: { kind: 'peer_to_peer', ...words, scripts: [...scripts], targetListId: IDS.contactList },
  friend_to_friend: { kind: 'friend_to_friend', ...words, scripts: [...scripts] },
  canvassing: { kind: 'canvassing', ...words, scripts: [...scripts] },
  social_sharing: {
    kind: 'social_sharing',
    ...words,
    shareLink: 'https://example.org/story?from=feed',
    sampleMessage: 'Read this',
  },
  video_stories: { kind: 'video_stories', ...words, prompt: 'Why do you volunteer?' },
  survey: {
    kind: 'survey',
    ...words,
    questions: [{ id: 'q1', bindsTo: { to: 'tag', tagId: IDS.tag }, label: 'Do you support us?' }],
  },
  open_webpage: { kind: 'open_webpage', ...words, webLink: 'https://example.org/page' },
  voter_registration: { kind: 'voter_registration', ...words },
};

export const content = COMPLETE.social_sharing;

export const create = (world: ConformanceWorld, input: ActionContentInput = content): Promise<Action> =>
  world.staff.call(createAction, { content: input }, { key: world.newKey() });

export const read = (world: ConformanceWorld, { id }: Pick<Action, 'id'>): Promise<Action> =>
  world.staff.call(getAction, { id });

export const publish = (
  { staff }: ConformanceWorld,
  { id, version }: Action,
  visibility: 'public' | 'private' = 'public',
): Promise<Action> => staff.call(publishAction, { id, version, visibility });

export const publishNew = async (world: ConformanceWorld, input?: ActionContentInput): Promise<Action> =>
  publish(world, await create(world, input));

type Targets = Pick<InputOf<typeof sendAction>, 'listIds' | 'folderIds' | 'userIds'>;

export const send = (world: ConformanceWorld, { id, version }: Action, targets: Targets) =>
  world.staff.call(sendAction, { id, version, ...targets }, { key: world.newKey() });

export const sendNew = async (world: ConformanceWorld, targets: Targets): Promise<Action> =>
  (await send(world, await create(world), targets)).action;

export const close = ({ staff }: ConformanceWorld, { id, version }: Action): Promise<Action> =>
  staff.call(closeAction, { id, version });

export const remove = ({ staff }: ConformanceWorld, { id, version }: Action): Promise<Action> =>
  staff.call(deleteAction, { id, version });

export const limit = (
  { staff }: ConformanceWorld,
  { id, version }: Action,
  limits: { readonly districtIds?: string[]; readonly languages?: string[] },
): Promise<Action> =>
  staff.call(updateAction, { id, version, limits: { districtIds: [], languages: [], ...limits } });

/** An instant so many ms after the world's now. */
export const later = (world: ConformanceWorld, ms: number): string =>
  new Date(world.now().getTime() + ms).toISOString();

export const schedule = (
  world: ConformanceWorld,
  { id, version }: Action,
  publishAt: string,
  visibility: 'public' | 'private' = 'public',
): Promise<Action> => world.staff.call(scheduleAction, { id, version, schedule: { publishAt, visibility } });

export const feedIds = async (client: Client): Promise<string[]> => {
  const { items } = await client.call(listFeed, { limit: 100 });
  return items.map((item) => item.id);
};

export const sees = async (client: Client, { id }: Pick<Action, 'id'>): Promise<boolean> =>
  (await feedIds(client)).includes(id);

export const open = (client: Client, { id }: Pick<Action, 'id'>, shareToken?: string): Promise<FeedAction> =>
  client.call(getFeedAction, { id, ...(shareToken === undefined ? {} : { shareToken }) });

export const see = (client: Client, { id }: Pick<Action, 'id'>) =>
  client.call(recordSeen, { actionIds: [id] });

export const start = (client: Client, { id }: Pick<Action, 'id'>): Promise<Engagement> =>
  client.call(startAction, { actionId: id });

export const SHARED = { kind: 'social_sharing', network: 'x', outcome: 'opened', edited: false } as const;

export const perform = (
  client: Client,
  { id }: Pick<Action, 'id'>,
  key: string,
  result: InputOf<typeof recordPerform>['result'] = SHARED,
): Promise<Engagement> => client.call(recordPerform, { actionId: id, result }, { key });

export const results = ({ staff }: ConformanceWorld, { id }: Pick<Action, 'id'>): Promise<Results> =>
  staff.call(getResults, { actionId: id });

/** Everybody in the campaign who has an account. */
export const everyone = (world: ConformanceWorld): Client[] => [
  world.staff,
  ...[1, 2, 3, 4, 5].map((number) => world.volunteer(number)),
];
