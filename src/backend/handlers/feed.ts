import { openAction, presentAction, toFeedAction } from '../open-action.js';
import { participantOf, viewerOf } from '../participant.js';
import { UNTOUCHED } from '../record-event.js';
import type { HandlersOf } from '../work.js';

export const feedHandlers: HandlersOf<'feed.list' | 'feed.get'> = {
  'feed.list': async (call, query) => {
    const viewer = await viewerOf(call);
    const page = await call.ports.actions.feed({ ...query, viewer, now: call.now });
    const ids = page.items.map((action) => action.id);
    const participant = participantOf(call.caller);
    const engagements =
      participant === undefined ? undefined : await call.ports.events.engagements(ids, participant);
    const items = page.items.map((action) =>
      presentAction(action, engagements?.get(action.id) ?? UNTOUCHED, call.now),
    );
    return { ...page, items };
  },

  'feed.get': async (call, { id, shareToken }) => toFeedAction(call, await openAction(call, id, shareToken)),
};
