import { engagementOf } from '../../domain/results/engagement.js';
import { tallyResults } from '../../domain/results/tally.js';
import type {
  ActionPort,
  DeliveryPort,
  EventPort,
  LookupPort,
  PeoplePort,
  Ports,
  ReferralPort,
  ResultPort,
  ShareLinkPort,
} from '../ports.js';
import type { BufferedTables } from './buffered-tables.js';
import { campaignOver } from './campaign-over-tables.js';
import { changesOver } from './changes-over-tables.js';
import { keysOver } from './keys-over-tables.js';
import { listActions, listFeed } from './list-actions.js';
import { listLookups } from './list-lookups.js';
import { messagesOver, sessionsOver, signInOver } from './sign-in-over-tables.js';

/** Answers every question of the ports with loops over tables. */
export const portsOver = (tables: BufferedTables): Ports => ({
  campaign: campaignOver(tables),
  people: peopleOver(tables),
  lookups: lookupsOver(tables),
  actions: actionsOver(tables),
  deliveries: deliveriesOver(tables),
  events: eventsOver(tables),
  results: resultsOver(tables),
  keys: keysOver(tables),
  shareLinks: shareLinksOver(tables),
  referrals: referralsOver(tables),
  changes: changesOver(tables),
  signIn: signInOver(tables),
  sessions: sessionsOver(tables),
  messages: messagesOver(tables),
});

const peopleOver = (tables: BufferedTables): PeoplePort => ({
  find: (userId) => tables.get('users', userId),
  findByEmail: async (email) => {
    const wanted = email.toLowerCase();
    const found = (await tables.all('users')).filter((user) => user.email?.toLowerCase() === wanted);
    return found.sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  },
  save: (user) => {
    tables.put('users', user);
    return Promise.resolve();
  },
  everyone: () => tables.all('users'),
  members: async (listIds) => {
    const lists = await Promise.all(listIds.map((id) => tables.get('userLists', id)));
    return new Set(lists.flatMap((list) => list?.userIds ?? []));
  },
  listsInFolders: async (folderIds) => {
    const lists = await Promise.all(folderIds.map((id) => tables.by('userLists', 'folder', id)));
    return lists.flat().map((list) => list.id);
  },
});

const lookupsOver = (tables: BufferedTables): LookupPort => ({
  page: async (table, query) => listLookups(table, await tables.all(table), query),
  missing: async (table, ids) => {
    const rows = await Promise.all(ids.map((id) => tables.get(table, id)));
    return ids.filter((_, index) => rows[index] === undefined);
  },
});

const actionsOver = (tables: BufferedTables): ActionPort => ({
  get: (id) => tables.get('actions', id),
  list: async (query) => listActions(await tables.all('actions'), query),
  feed: async (query) => {
    const { userId } = query.viewer;
    const deliveries = userId === null ? [] : await tables.by('deliveries', 'user', userId);
    const delivered = new Set(deliveries.map(({ actionId }) => actionId));
    return listFeed(await tables.by('actions', 'status', 'published'), delivered, query);
  },
  due: async (at) => {
    const scheduled = await tables.by('actions', 'status', 'scheduled');
    return scheduled.filter(
      ({ schedule, publishFailure }) =>
        schedule !== null && publishFailure === null && Date.parse(schedule.publishAt) <= at.getTime(),
    );
  },
  save: (action) => {
    tables.put('actions', action);
    return Promise.resolve();
  },
});

const deliveriesOver = (tables: BufferedTables): DeliveryPort => ({
  has: async (actionId, userId) => (await tables.get('deliveries', actionId, userId)) !== undefined,
  add: async (deliveries) => {
    const added = [];
    for (const delivery of deliveries) {
      if ((await tables.get('deliveries', delivery.actionId, delivery.userId)) !== undefined) continue;
      tables.put('deliveries', delivery);
      added.push(delivery);
    }
    return added;
  },
});

const eventsOver = (tables: BufferedTables): EventPort => ({
  append: async (events) => {
    let added = 0;
    for (const event of events) {
      if ((await tables.get('events', event.id)) !== undefined) continue;
      tables.put('events', event);
      added += 1;
    }
    return added;
  },
  engagements: async (actionIds, participant) => {
    const events = await Promise.all(
      actionIds.map((id) => tables.by('events', 'participant', id, participant)),
    );
    return new Map(actionIds.map((id, index) => [id, engagementOf(events[index] ?? [], participant)]));
  },
});

const resultsOver = (tables: BufferedTables): ResultPort => ({
  read: async (action, asOf) => tallyResults(action, await tables.by('events', 'action', action.id), asOf),
});

const shareLinksOver = (tables: BufferedTables): ShareLinkPort => ({
  ofAction: async (actionId) => (await tables.by('shareLinks', 'action', actionId))[0]?.token,
  find: async (token) => (await tables.get('shareLinks', token))?.actionId,
  save: (actionId, token) => {
    tables.put('shareLinks', { actionId, token });
    return Promise.resolve();
  },
});

const referralsOver = (tables: BufferedTables): ReferralPort => ({
  find: (code) => tables.get('referrals', code),
  of: async (actionId, participant) =>
    (await tables.by('referrals', 'participant', actionId, participant))[0],
  save: (referral) => {
    tables.put('referrals', referral);
    return Promise.resolve();
  },
});
