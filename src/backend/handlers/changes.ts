import type { HandlersOf } from '../work.js';
import { hideActions } from '../hide-actions.js';

export const changeHandlers: HandlersOf<'changes.list'> = {
  'changes.list': async ({ ports, caller }, { cursor }) => {
    const found = await ports.changes.since(cursor);
    return caller.role === 'staff' ? found : { ...found, changes: hideActions(found.changes) };
  },
};
