import '@groundswell/elements/all';
import type { DemoCampaign } from './demo-backend.js';
import { openPage } from './open-page.js';

const page = await openPage({ remembers: 'person', firstPerson: 'visitor' });

/** A card inside an article: the action that fits it, or else the first that everybody can see. */
function fillStoryCard(actions: DemoCampaign['actions']): void {
  const card = document.querySelector('action-card');
  const fits = actions.find((action) => action.id === card?.getAttribute('action-id'));
  const open = actions.find((action) => action.status === 'published' && action.visibility === 'public');
  const action = fits ?? open;
  if (action === undefined) card?.remove();
  else card?.setAttribute('action-id', action.id);
}

if (page !== undefined) fillStoryCard(page.campaign.actions);
