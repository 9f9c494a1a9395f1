import { decideTransition } from '../domain/action/lifecycle.js';
import { deliver } from './deliver.js';
import { applyDecision, saveAction } from './make-transition.js';
import type { Work } from './work.js';

/**
 * Publishes what is due. An action that has become unfit since it was scheduled stays scheduled and says why; it is
 * tried again after somebody has changed it.
 */
export async function publishScheduled(work: Work): Promise<void> {
  for (const action of await work.ports.actions.due(work.now)) {
    const decision = decideTransition(action, { to: 'publish-scheduled' }, work.now);
    if (decision.ok) {
      const published = await applyDecision(work, action, decision);
      if (published.visibility === 'private') await deliver(work, published, published.audience);
    } else if (decision.reason === 'incomplete' || decision.reason === 'nobody-selected') {
      await saveAction(work, { ...action, publishFailure: decision.reason });
    }
  }
}
