import '@groundswell/elements/elements/open-webpage';
import type { FeedAction } from '@groundswell/elements/contract';
import type { OpenWebpageElement } from '@groundswell/elements/elements/open-webpage';
import { aFeedAction, someContent } from '@groundswell/elements/mocks';
import { expect, fixture, html } from '@open-wc/testing';

import { openWorld, part, parts, rest, textOf, until, type WatchedClient } from './volunteer-world.js';

const toPage = (webLink: string): FeedAction =>
  aFeedAction({ content: { ...someContent('open_webpage'), webLink } });

async function open(
  client: WatchedClient,
  action = toPage('https://petitions.example.org/crossing?a=1'),
): Promise<OpenWebpageElement> {
  const page: OpenWebpageElement = await fixture(
    html`<open-webpage .client=${client} .action=${action}></open-webpage>`,
  );
  await rest(page);
  return page;
}

function leave(page: OpenWebpageElement): void {
  part(page, 'open').addEventListener('click', (event) => event.preventDefault(), { once: true });
  part(page, 'open').click();
}

const comeBack = () => dispatchEvent(new FocusEvent('focus'));
const outcomes = (client: WatchedClient) =>
  client.calls('perform.record').map(({ input }) => (input['result'] as { outcome: string }).outcome);

describe('a page that opens elsewhere', () => {
  it('says where it leads, and opens it in a tab that knows nothing of this one', async () => {
    const page = await open(openWorld().volunteer);
    const link = part(page, 'open') as HTMLAnchorElement;
    expect(textOf(page)).to.contain('This leads to petitions.example.org');
    expect(link.href).to.equal('https://petitions.example.org/crossing?a=1');
    expect(link.target).to.equal('_blank');
    expect(link.rel).to.equal('noopener noreferrer');
  });

  it('asks on return whether it is done, and not before anybody left', async () => {
    const { volunteer } = openWorld();
    const page = await open(volunteer);
    comeBack();
    await rest(page);
    expect(parts(page, 'question')).to.have.length(0);
    leave(page);
    await rest(page);
    expect(outcomes(volunteer)).to.deep.equal(['opened']);
    comeBack();
    await rest(page);
    expect(textOf(part(page, 'question'))).to.contain('Did you finish?');
  });

  it('also notices a return to the tab', async () => {
    const page = await open(openWorld().volunteer);
    leave(page);
    document.dispatchEvent(new Event('visibilitychange'));
    await rest(page);
    expect(parts(page, 'question')).to.have.length(1);
  });

  for (const [button, outcome, words] of [
    ['yes', 'finished', 'thank you'],
    ['no', 'not_finished', 'The link stays here'],
  ] as const) {
    it(`records ${outcome} and keeps the link`, async () => {
      const { volunteer } = openWorld();
      const page = await open(volunteer);
      leave(page);
      comeBack();
      await rest(page);
      part(page, button).click();
      await until(() => outcomes(volunteer).length === 2);
      await rest(page);
      expect(outcomes(volunteer)).to.deep.equal(['opened', outcome]);
      expect(textOf(page)).to.contain(words);
      expect(textOf(part(page, 'open'))).to.contain('Open it again');
      expect(parts(page, 'question')).to.have.length(0);
    });
  }

  it('records a page that was opened with the middle button', async () => {
    const { volunteer } = openWorld();
    const page = await open(volunteer);
    part(page, 'open').dispatchEvent(new MouseEvent('auxclick', { button: 1 }));
    await rest(page);
    expect(outcomes(volunteer)).to.deep.equal(['opened']);
  });

  for (const webLink of ['', 'javascript:alert(1)', '/relative', 'https://user:secret@example.org/']) {
    it(`shows words instead of the link "${webLink}"`, async () => {
      const page = await open(openWorld().volunteer, toPage(webLink));
      expect(page.shadowRoot?.querySelectorAll('a')).to.have.length(0);
      expect(textOf(page)).to.contain('no link that is safe to open');
    });
  }

  it('says that it waits on the device while there is no network', async () => {
    const { volunteer } = openWorld();
    volunteer.queue();
    const page = await open(volunteer);
    leave(page);
    await until(() => textOf(page).includes('kept on this device'));
  });

  it('breaks no rule of accessibility', async () => {
    const page = await open(openWorld().volunteer);
    leave(page);
    comeBack();
    await rest(page);
    await expect(page).to.be.accessible();
  });
});
