import { loadAction } from '../make-transition.js';
import { stamp, type HandlersOf } from '../work.js';

export const resultHandlers: HandlersOf<'results.get'> = {
  'results.get': async (call, { actionId }) => {
    const { id, content } = await loadAction(call, actionId);
    return call.ports.results.read({ id, kind: content.kind }, stamp(call));
  },
};
