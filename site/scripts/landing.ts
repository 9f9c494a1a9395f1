import '@groundswell/elements/all';
import { followReferral } from './follow-referral.js';
import { openPage } from './open-page.js';

const page = await openPage({ remembers: 'person', firstPerson: 'visitor' });
const asked = new URLSearchParams(location.search);
const place = document.querySelector('action-page');
const welcome = document.querySelector<HTMLElement>('[data-welcome]');

/** An address without a token leads to the first link that the campaign has. */
function openAction(): void {
  const token = asked.get('share');
  const actionId = asked.get('action');
  const known = page?.campaign.shareLinks[0]?.token;
  if (token !== null) place?.setAttribute('share-token', token);
  else if (actionId !== null) place?.setAttribute('action-id', actionId);
  else if (known !== undefined) place?.setAttribute('share-token', known);
  if (welcome !== null) welcome.hidden = place === null;
}

const code = asked.get('r');
if (code === null) openAction();
else if (page !== undefined) await followReferral(page.client, code, openAction);
