import { describe, expect, it } from 'vitest';

import { campaignData, seedStore } from '../../../src/backend/index.js';
import { conformanceCampaign } from '../../../src/conformance.js';
import { COMPLETE } from '../../../src/conformance/steps.js';
import { movePictures } from '../../../server/src/demo/move-pictures.js';
import { databaseKinds } from '../../suites/server/databases.js';
import { storeOver } from '../../suites/server/store-world.js';

const at = '2026-11-03T15:00:00.000Z';
const orgId = conformanceCampaign.campaign.id;
const picture = (url: string) => ({ url, alt: '', kind: 'image', width: 40, height: 40 }) as const;

const campaign = campaignData.parse({
  ...conformanceCampaign,
  campaign: { ...conformanceCampaign.campaign, logo: picture('http://localhost:8123/images/logo.svg') },
  actions: [
    ['served', 'http://127.0.0.1:8123/media/org/one'],
    ['elsewhere', 'https://pictures.example/images/one.svg'],
  ].map(([id = '', url = '']) => ({
    id,
    content: {
      ...COMPLETE.social_sharing,
      media: picture(url),
      description: 'http://localhost:8123/images/',
    },
    status: 'draft',
    visibility: 'unpublished',
    createdAt: at,
    updatedAt: at,
  })),
});

describe.each(databaseKinds)('a demonstration on another port, on $name', ({ isHere, open }) => {
  if (!isHere) {
    it.skip('is not tried: PostgreSQL is not installed here');
    return;
  }

  it('shows the pictures that it served before, and leaves other addresses and words alone', async () => {
    const database = await open();
    const store = storeOver(database);
    await seedStore(store, campaign);
    await movePictures(database, orgId, 'http://localhost:8080');
    const found = await store.transaction(orgId, 'read', async (ports) => ({
      logo: (await ports.campaign.get())?.logo?.url,
      served: (await ports.actions.get('served'))?.content,
      elsewhere: (await ports.actions.get('elsewhere'))?.content,
    }));
    expect(found.logo).toBe('http://localhost:8080/images/logo.svg');
    expect(found.served?.media?.url).toBe('http://localhost:8080/media/org/one');
    expect(found.elsewhere?.media?.url).toBe('https://pictures.example/images/one.svg');
    expect(found.elsewhere).toEqual(campaign.actions[1]?.content);
    await database.close();
  });
});
