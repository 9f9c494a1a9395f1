import { campaignData, type CampaignData } from '@groundswell/elements/embedded';
import { riverbend } from '@groundswell/elements/mocks/riverbend';

import { settingOr } from './demo-settings.js';

/**
 * The campaign to show: that of `npm start -- --campaign file.json`, or the invented one. Its revision names the moment
 * at which this device began, so that all tabs agree and "start over" is a new moment.
 */
export async function loadCampaign(): Promise<CampaignData> {
  const startedAt = settingOr('started-at', () => new Date().toISOString());
  const text = await fetchCampaignFile();
  if (text === undefined) {
    const data = riverbend({
      now: new Date(startedAt),
      sceneUrl: (name) => new URL(`images/${name}.svg`, document.baseURI).href,
    });
    return { ...data, revision: `${data.revision}@${startedAt}` };
  }
  const data = campaignData.parse(JSON.parse(text));
  return { ...data, revision: `${data.revision.slice(0, 40)}@${startedAt}#${fingerprint(text)}` };
}

/** The file that the server was given; a server without one, or one that is not ours, answers something else. */
async function fetchCampaignFile(): Promise<string | undefined> {
  const response = await fetch(new URL('campaign.json', document.baseURI)).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  const text = await response.text();
  return text.trim().startsWith('{') ? text : undefined;
}

/** A short sign of what a text says (FNV-1a), so that an edited file is noticed even if its revision was left. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
