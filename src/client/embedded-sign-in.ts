import type { Caller } from '../contract/caller.js';
import type { Change } from '../contract/changes.js';
import type { Dispatch } from '../contract/dispatch.js';
import type { SessionToken } from '../contract/sign-in.js';
import { shareChanges } from './share-changes.js';

type Subscribe = (listener: (change: Change) => void) => () => void;

interface EmbeddedParts {
  readonly dispatch: Dispatch;
  readonly subscribe: Subscribe;
  /** Who calls as long as nobody has signed in. */
  readonly caller: () => Caller;
  /** Whom a token stands for, as long as it does. */
  readonly callerOf: (token: string) => Caller | undefined;
}

interface EmbeddedSignIn {
  readonly dispatch: Dispatch;
  readonly subscribe: Subscribe;
  readonly caller: () => Caller;
}

/**
 * The way to a backend in the page for one client: whoever signs in through it is that person from then on, until they
 * sign out or the session is over. Whoever listens hears that everything may look different to them.
 */
export function embeddedSignIn({ dispatch, subscribe, caller, callerOf }: EmbeddedParts): EmbeddedSignIn {
  const ownChanges = shareChanges(null);
  let token: string | undefined;
  const become = (next: string | undefined): void => {
    token = next;
    ownChanges.announce({ topic: 'actions', actionId: null });
  };
  return {
    caller: () => (token === undefined ? undefined : callerOf(token)) ?? caller(),
    dispatch: async (by, name, input, options) => {
      const answer = await dispatch(by, name, input, options);
      if (name === 'signIn.exchange') become((answer as SessionToken).token);
      else if (name === 'signIn.renew') ({ token } = answer as SessionToken);
      else if (name === 'signIn.end') become(undefined);
      return answer;
    },
    subscribe: (listener) => {
      const stops = [subscribe(listener), ownChanges.subscribe(listener)];
      return () => stops.forEach((stop) => stop());
    },
  };
}
