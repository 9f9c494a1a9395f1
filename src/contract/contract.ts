import * as actions from './actions.js';
import { getAudienceExplanation } from './audience.js';
import { listChanges } from './changes.js';
import { getFeedAction, listFeed } from './feed.js';
import { getReferralLink, getShareLinks, recordClick, resolveShareToken } from './links.js';
import * as lookups from './lookups.js';
import type { Operation } from './operation.js';
import { recordPerform, recordSeen, startAction } from './perform.js';
import { getResults } from './results.js';
import { getSession } from './session.js';
import * as signIn from './sign-in.js';

/**
 * Every operation by its name. What a backend implements, what HTTP routes, what OpenAPI describes and what the
 * conformance suite and the fuzzers walk over. Elements import single operations instead, so that a page loads only
 * the shapes that it uses.
 */
export const contract = {
  'session.get': getSession,
  'signIn.request': signIn.requestCode,
  'signIn.exchange': signIn.exchangeCode,
  'signIn.renew': signIn.renewSession,
  'signIn.end': signIn.endSession,
  'actions.list': actions.listActions,
  'actions.get': actions.getAction,
  'actions.create': actions.createAction,
  'actions.update': actions.updateAction,
  'actions.copy': actions.copyAction,
  'actions.publish': actions.publishAction,
  'actions.schedule': actions.scheduleAction,
  'actions.unschedule': actions.unscheduleAction,
  'actions.send': actions.sendAction,
  'actions.close': actions.closeAction,
  'actions.reopen': actions.reopenAction,
  'actions.delete': actions.deleteAction,
  'actions.feature': actions.featureAction,
  'audience.explain': getAudienceExplanation,
  'feed.list': listFeed,
  'feed.get': getFeedAction,
  'perform.seen': recordSeen,
  'perform.start': startAction,
  'perform.record': recordPerform,
  'links.share': getShareLinks,
  'links.referral': getReferralLink,
  'links.resolve': resolveShareToken,
  'links.click': recordClick,
  'lookups.userLists': lookups.listUserLists,
  'lookups.contactLists': lookups.listContactLists,
  'lookups.users': lookups.listUsers,
  'lookups.tags': lookups.listTags,
  'lookups.fields': lookups.listFields,
  'lookups.districts': lookups.listDistricts,
  'lookups.folders': lookups.listFolders,
  'results.get': getResults,
  'changes.list': listChanges,
} as const satisfies Record<string, Operation>;

export type Contract = typeof contract;
export type OperationName = keyof Contract;
