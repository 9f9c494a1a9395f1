import type { DemoCampaign } from './demo-backend.js';

const all = (name: string): Iterable<HTMLElement> =>
  document.querySelectorAll<HTMLElement>(`[data-campaign-${name}]`);

/** Puts the campaign's own name, slogan, logo and a link of its own where the page has places for them. */
export function showCampaign({ campaign, shareLinks, actions }: DemoCampaign): void {
  for (const place of all('name')) place.textContent = campaign.name;
  for (const place of all('slogan')) place.textContent = campaign.slogan;
  for (const place of all('logo')) {
    place.hidden = campaign.logo === null;
    if (place instanceof HTMLImageElement && campaign.logo !== null) place.src = campaign.logo.url;
  }
  const token = shareLinks[0]?.token;
  const open = actions.find((action) => action.status === 'published' && action.visibility === 'public');
  const query = token === undefined ? open && `?action=${open.id}` : `?share=${token}`;
  for (const link of all('link')) {
    if (link instanceof HTMLAnchorElement) link.href = `./landing.html${query ?? ''}`;
  }
}
