import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { recordPerform, recordSeen, startAction, type Client } from '@groundswell/elements/contract';
import '@groundswell/elements/elements/results-panel';
import type { ResultsPanelElement } from '@groundswell/elements/elements/results-panel';
import { someResults } from '@groundswell/elements/mocks';

import { openCampaign, refused } from './publishing.js';

const SCHEDULED = 'register-campus';
const PUBLIC = 'share-library-story';

async function openResults(id: string, client: Client) {
  const panel: ResultsPanelElement = await fixture(
    html`<results-panel action-id=${id} .client=${client}></results-panel>`,
  );
  const root = panel.shadowRoot!;
  await waitUntil(() => root.querySelector('dl, [role=alert]'), 'figures or words are there');
  const figures = (): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(
      [...root.querySelectorAll('.figure')].map((figure) => [
        figure.querySelector('dt')?.textContent.trim() ?? '',
        [...figure.querySelectorAll('dd')].map((text) => text.textContent.replace(/\s+/g, ' ').trim()),
      ]),
    );
  return { panel, root, figures };
}

/** A client whose answer about results is this one. */
const answering = (client: Client, results: ReturnType<typeof someResults>): Client => ({
  ...client,
  call: (operation, ...rest) =>
    operation.name === 'results.get' ? (Promise.resolve(results) as never) : client.call(operation, ...rest),
});

describe('the overview', () => {
  it('has six figures, and shares with both their parts', async () => {
    const { client } = await openCampaign();
    const { figures } = await openResults(PUBLIC, answering(client, someResults('open_webpage')));
    expect(figures()).to.include.keys('Sent To', 'Seen', 'Started', 'Completed', 'Performs', 'Reports');
    expect(figures()['Seen']).to.deep.equal([
      '36',
      '75% (30 of 40) of those it was sent to, and 6 more people',
    ]);
    expect(figures()['Completed']?.[1]).to.equal('75% (18 of 24) of those who started');
    expect(figures()['Finished']).to.deep.equal(['66.7%', '12 / 18']);
  });

  it('shows a dash where there is nothing to divide by, and never 0 percent', async () => {
    const { client } = await openCampaign();
    const { figures, root } = await openResults(SCHEDULED, client);
    expect(root.textContent).to.contain('Nobody has seen this yet').and.not.to.contain('%');
    expect(figures()['Started']).to.deep.equal([
      '0',
      '–Nothing to compare with yet of those who have seen it',
    ]);
  });

  it('says what the figures mean when somebody asks', async () => {
    const { client } = await openCampaign();
    const { root, panel } = await openResults(PUBLIC, client);
    const button = root.querySelector<HTMLButtonElement>('[aria-expanded]')!;
    expect(root.textContent).to.not.contain('People who pressed the start button.');
    button.click();
    await panel.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(root.textContent).to.contain('People who pressed the start button.');
  });
});

describe('while people take part', () => {
  it('the figures follow by themselves, without going away in between', async () => {
    const { client, publish, volunteer } = await openCampaign();
    await publish(SCHEDULED);
    const { root, figures } = await openResults(SCHEDULED, client);
    const blinks: number[] = [];
    new MutationObserver(() => {
      if (root.querySelector('dl') === null) blinks.push(1);
    }).observe(root, { childList: true, subtree: true });
    await volunteer.call(recordSeen, { actionIds: [SCHEDULED] });
    await waitUntil(() => figures()['Seen']?.[0] === '1', 'seen');
    await volunteer.call(startAction, { actionId: SCHEDULED });
    await waitUntil(() => figures()['Started']?.[0] === '1', 'started');
    expect(blinks).to.deep.equal([]);
    expect(root.querySelector('[role=status]')?.textContent).to.match(/^Results updated/);
  });

  it('a share is counted where it went', async () => {
    const { client, volunteer } = await openCampaign(0);
    const { root, figures } = await openResults(PUBLIC, client);
    expect(figures()['Performs']?.[0]).to.equal('0');
    await volunteer.call(startAction, { actionId: PUBLIC });
    const result = { kind: 'social_sharing', network: 'whatsapp', outcome: 'opened', edited: false } as const;
    const occurredAt = new Date().toISOString();
    await volunteer.call(
      recordPerform,
      { actionId: PUBLIC, result, occurredAt },
      { key: 'results-panel-share-01' },
    );
    await waitUntil(() => figures()['Performs']?.[0] === '1', 'performed');
    expect(root.querySelector('tbody tr')?.textContent.replace(/\s+/g, ' '))
      .to.contain('WhatsApp')
      .and.contain('1');
  });
});

describe('each kind', () => {
  it('that sends no messages shows no figures about messages', async () => {
    const { client } = await openCampaign();
    const { root } = await openResults(PUBLIC, client);
    expect(root.textContent).to.not.contain('Response rate').and.not.to.contain('Messages');
  });

  it('that sends messages shows rates, and how often tags and scripts were used', async () => {
    const { client } = await openCampaign();
    const frequencies = [
      { of: 'tag', id: 't-needs-ride', share: { numerator: 2, denominator: 4 } },
      { of: 'script', id: 's-hours-yes', share: { numerator: 1, denominator: 3 } },
    ] as const;
    const results = someResults('peer_to_peer', { frequencies: [...frequencies] });
    const { root, figures } = await openResults('text-library-hours', answering(client, results));
    expect(figures()['Response rate']).to.deep.equal(['33.3%', '40 / 120']);
    await waitUntil(() => root.textContent.includes('Needs a ride'), 'the tag has its name');
    const rows = [...root.querySelectorAll('tbody tr')].map((row) =>
      row.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(rows).to.include('Needs a ride 50% (2 of 4)').and.to.include('Says yes 33.3% (1 of 3)');
  });
});

describe('day by day', () => {
  it('what can be seen in the columns can be read in a table', async () => {
    const { client } = await openCampaign();
    const { root } = await openResults(PUBLIC, answering(client, someResults()));
    expect(root.querySelector('svg.columns')?.getAttribute('aria-label')).to.contain(
      'From Nov 1, 2026 to Nov 3, 2026',
    );
    const rows = [...root.querySelectorAll('details tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.trim()),
    );
    expect(rows[1]).to.deep.equal(['Nov 2, 2026', '16', '11', '10']);
  });
});

it('says in words that nothing could be loaded, and loads on request', async () => {
  const { client } = await openCampaign();
  const { panel, root } = await openResults(PUBLIC, refused(client, 'unavailable', /results/));
  expect(root.querySelector('[role=alert]')?.textContent).to.contain('cannot be reached');
  panel.client = client;
  await waitUntil(() => root.querySelector('dl'), 'figures are there');
});

it('is accessible with everything open', async () => {
  const { client } = await openCampaign(600);
  for (const id of [PUBLIC, 'survey-route-6', 'text-library-hours', SCHEDULED]) {
    const { panel, root } = await openResults(id, client);
    root.querySelector<HTMLButtonElement>('[aria-expanded]')?.click();
    root.querySelector<HTMLElement>('summary')?.click();
    await panel.updateComplete;
    await expect(panel).to.be.accessible();
  }
});
