import { createEmbeddedBackend } from '@groundswell/elements/embedded';

import { canKeepData } from './can-keep-data.js';
import type { DemoBackend } from './demo-backend.js';
import { loadCampaign } from './load-campaign.js';
import { toCaller } from './people.js';

/**
 * The backend in the browser, on data that all tabs share; where the browser keeps no data, on its own until the page is
 * closed. Links that it makes lead to the landing page beside this one.
 */
export async function openEmbeddedBackend(): Promise<DemoBackend> {
  const campaign = await loadCampaign();
  const landing = new URL('landing.html', document.baseURI).href;
  const backend = createEmbeddedBackend({
    campaign,
    storage: (await canKeepData()) ? 'indexed-db' : 'memory',
    databaseName: 'groundswell-demo',
    links: { web: `${landing}?share={token}`, referral: `${landing}?r={code}` },
    report: reportError,
  });
  return {
    campaign,
    outboxUrl: null,
    mailsCodes: false,
    clientFor: (person, language) => backend.clientFor(toCaller(person, language)),
    // A new moment to tell the campaign from is all it takes.
    startOver: () => Promise.resolve(),
  };
}
