import type { ActionKind } from '../action/action-kind.js';
import type { ActionEvent } from './event-schema.js';
import { tallyMessages } from './message-tally.js';
import { rateOf } from './rates.js';
import type { Overview, Performance } from './results-schema.js';
import { selectDeeds, selectEvents } from './select-events.js';
import { tallySharing } from './sharing-tally.js';
import { tallySurvey } from './survey-tally.js';

type Tally = (events: readonly ActionEvent[], overview: Overview) => Performance;

/** What each kind measures. Kinds that send no messages have no figures about messages (INV-42). */
const TALLIES: Record<ActionKind, Tally> = {
  peer_to_peer: (events) => ({ kind: 'peer_to_peer', ...tallyMessages(events, 'peer_to_peer') }),
  friend_to_friend: tallyFriends,
  canvassing: (events) => ({ kind: 'canvassing', ...tallyMessages(events, 'canvassing') }),
  social_sharing: tallySharing,
  video_stories: (_, { performs }) => ({ kind: 'video_stories', submissions: performs }),
  survey: tallySurvey,
  open_webpage: tallyOpenings,
  voter_registration: tallyRegistrations,
};

/** What an action of this kind achieved beyond the overview, from its events, each once. */
export const tallyPerformance = (
  kind: ActionKind,
  events: readonly ActionEvent[],
  overview: Overview,
): Performance => TALLIES[kind](events, overview);

/** Emails and calls are handed to another app. Whether they were made can't be known, so they count as started. */
function tallyFriends(events: readonly ActionEvent[]): Performance {
  const started = selectDeeds(events, 'friend_to_friend').filter(
    ({ isPerform, result }) => isPerform && result.outcome === 'started',
  );
  return {
    kind: 'friend_to_friend',
    ...tallyMessages(events, 'friend_to_friend'),
    emailsStarted: started.filter(({ result }) => result.channel === 'email').length,
    callsStarted: started.filter(({ result }) => result.channel === 'call').length,
  };
}

/** Openings are counted; openers, and who of them said that they finished or did not, are people. Having finished wins. */
function tallyOpenings(events: readonly ActionEvent[]): Performance {
  const deeds = selectDeeds(events, 'open_webpage');
  const opens = deeds.filter((deed) => deed.isPerform);
  const openers = new Set(opens.map(({ participant }) => participant));
  const whoSaid = (outcome: 'finished' | 'not_finished') =>
    new Set(
      deeds
        .filter(({ participant, result }) => result.outcome === outcome && openers.has(participant))
        .map(({ participant }) => participant),
    );
  const finished = whoSaid('finished');
  return {
    kind: 'open_webpage',
    opens: opens.length,
    openers: openers.size,
    finished: rateOf(finished.size, openers.size),
    notFinished: [...whoSaid('not_finished')].filter((participant) => !finished.has(participant)).length,
  };
}

function tallyRegistrations(events: readonly ActionEvent[]): Performance {
  const deeds = selectDeeds(events, 'voter_registration');
  const outcomes = (outcome: (typeof deeds)[number]['result']['outcome']) =>
    deeds.filter(({ result }) => result.outcome === outcome).length;
  return {
    kind: 'voter_registration',
    checks: outcomes('started'),
    handedOff: outcomes('handed_off'),
    selfReported: outcomes('self_reported'),
    pledged: outcomes('pledged'),
    referrals: selectEvents(events, 'converted').filter(({ referrer }) => referrer !== null).length,
  };
}
