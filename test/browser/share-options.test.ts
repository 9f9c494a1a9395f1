import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { resolveShareToken, type Client } from '@groundswell/elements/contract';
import '@groundswell/elements/elements/share-options';
import type { ShareOptionsElement } from '@groundswell/elements/elements/share-options';

import { openCampaign, refused } from './publishing.js';

const PUBLIC = 'share-library-story';
const SCHEDULED = 'register-campus';

async function openSharing(id: string, client: Client) {
  const element: ShareOptionsElement = await fixture(
    html`<share-options action-id=${id} .client=${client}></share-options>`,
  );
  const root = element.shadowRoot!;
  const find = async <E extends HTMLElement = HTMLInputElement>(selector: string) => {
    await waitUntil(() => root.querySelector(selector) !== null, `${selector} is there`);
    return root.querySelector<E>(selector)!;
  };
  return { element, root, find };
}

/** What the clipboard of the page does for the length of one test. */
const withClipboard = async (writeText: (text: string) => Promise<void>, run: () => Promise<void>) => {
  const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  await run().finally(() => {
    if (own === undefined) Reflect.deleteProperty(navigator, 'clipboard');
    else Object.defineProperty(navigator, 'clipboard', own);
  });
};

describe('the links to an action', () => {
  it('appear by themselves when it is published, and lead to it', async () => {
    const { client, publish, volunteer } = await openCampaign();
    const { root, find } = await openSharing(SCHEDULED, client);
    await waitUntil(() => root.textContent.includes('once this action is published'));
    expect(root.querySelector('[role=alert]')).to.equal(null);
    await publish(SCHEDULED);
    const web = new URL((await find('#web')).value);
    const shareToken = web.searchParams.get('share') ?? '';
    expect((await volunteer.call(resolveShareToken, { shareToken })).id).to.equal(SCHEDULED);
    expect((await find('#app')).value).to.equal(`https://app.example.org/${shareToken}`);
    expect(root.querySelector('[role=status]')?.textContent).to.equal('The links to this action are ready.');
  });

  it('of a private action come with words about who can use them', async () => {
    const { client } = await openCampaign();
    const { find, root } = await openSharing('new-volunteer-handbook', client);
    await find('#web');
    expect(root.textContent).to.contain('This action is private.');
  });

  it('say that there are none any more when it is deleted', async () => {
    const { client } = await openCampaign();
    const { root } = await openSharing('share-winter-banner', client);
    await waitUntil(() => root.textContent.includes('This action has been deleted'));
    expect(root.querySelector('input')).to.equal(null);
  });

  it('can be tried again after a failure', async () => {
    const { client } = await openCampaign();
    const { element, find } = await openSharing(PUBLIC, refused(client, 'offline', /links/));
    await find('[role=alert]');
    element.client = client;
    expect((await find('#web')).value).to.contain('https://riverbend.example.org/act?share=');
  });
});

describe('copying', () => {
  it('says that it worked, to eyes and ears, and copies to the letter', async () => {
    const { client } = await openCampaign();
    const { find, root } = await openSharing(PUBLIC, client);
    const copied: string[] = [];
    const web = await find('#web');
    await withClipboard(
      (text) => Promise.resolve(void copied.push(text)),
      async () => {
        (await find('button[aria-label="Copy the web link"]')).click();
        await find('button.copied');
      },
    );
    expect(copied).to.deep.equal([web.value]);
    expect(root.querySelector('[role=status]')?.textContent).to.equal('Copied');
  });

  it('says that it did not work, and selects the text so that a person can', async () => {
    const { client } = await openCampaign();
    const { find, root } = await openSharing(PUBLIC, client);
    const app = await find('#app');
    await withClipboard(
      () => Promise.reject(new Error('not allowed')),
      async () => {
        (await find('button[aria-label="Copy the app link"]')).click();
        expect((await find('.copy-failed')).textContent).to.contain('Copying did not work.');
      },
    );
    await waitUntil(() => root.activeElement === app, 'the link has the focus');
    expect([app.selectionStart, app.selectionEnd]).to.deep.equal([0, app.value.length]);
    expect(root.querySelector('.copied')).to.equal(null);
  });
});

describe('beyond links', () => {
  it('there is a QR code that says where it leads', async () => {
    const { client } = await openCampaign();
    const { find } = await openSharing(PUBLIC, client);
    const code = await find('svg.qr');
    expect(code.getAttribute('aria-label')).to.equal('QR code that leads to riverbend.example.org');
    expect(code.querySelectorAll('path')[1]?.getAttribute('d')).to.match(/^M4 4h7v1h-7z/);
  });

  it('there is code for a page, with the title as text', async () => {
    const { client } = await openCampaign();
    const { find, element } = await openSharing(PUBLIC, client);
    element.scriptUrl = 'https://cdn.example.org/all.js';
    await element.updateComplete;
    const code = await find<HTMLTextAreaElement>('#embedElement');
    expect(code.value).to.match(
      /^<script type="module" src="https:\/\/cdn\.example\.org\/all\.js"><\/script>\n<action-page share-token="/,
    );
    expect(code.value).to.contain('Share Ms. Alderwood’s story');
  });
});

it('is accessible, with the code open', async () => {
  const { client } = await openCampaign();
  const { element, find } = await openSharing(PUBLIC, client);
  (await find('summary')).click();
  await find('svg.qr');
  await expect(element).to.be.accessible();
});
