import { ProblemError } from '../../contract/problem-error.js';
import type { HandlersOf } from '../work.js';

export const sessionHandlers: HandlersOf<'session.get'> = {
  'session.get': async ({ ports, caller }) => {
    const campaign = await ports.campaign.get();
    if (campaign === undefined) throw new ProblemError('unavailable');
    const { role, language } = caller;
    const userId = caller.role === 'visitor' ? null : caller.userId;
    const user = userId === null ? undefined : await ports.people.find(userId);
    return { role, userId, firstName: user?.firstName ?? null, language, campaign };
  },
};
