import '@groundswell/elements/elements/social-share';
import type { FeedAction } from '@groundswell/elements/contract';
import type { SocialShareElement } from '@groundswell/elements/elements/social-share';
import { aFeedAction, someContent } from '@groundswell/elements/mocks';
import { expect, fixture, html } from '@open-wc/testing';

import {
  heardOnPage,
  openWorld,
  part,
  parts,
  rest,
  textOf,
  until,
  type WatchedClient,
} from './volunteer-world.js';

const ID = 'share-library-story';

const anAction = (overrides: Parameters<typeof someContent<'social_sharing'>>[1] = {}): FeedAction =>
  aFeedAction({
    id: ID,
    content: someContent('social_sharing', {
      shareLink: 'https://riverbend.example.org/stories/learning-to-read-at-61',
      sampleMessage: 'Our library wants to stay open.',
      ...overrides,
    }),
  });

async function open(client: WatchedClient, action = anAction()): Promise<SocialShareElement> {
  const share: SocialShareElement = await fixture(
    html`<social-share .client=${client} .action=${action}></social-share>`,
  );
  await rest(share);
  return share;
}

const message = (share: SocialShareElement) => part(share, 'message') as HTMLTextAreaElement;

function write(share: SocialShareElement, text: string): Promise<boolean> {
  message(share).value = text;
  message(share).dispatchEvent(new InputEvent('input', { bubbles: true }));
  return share.updateComplete;
}

function link(share: SocialShareElement, network: string): HTMLAnchorElement {
  const found = parts(share, 'network').find(({ dataset }) => dataset['network'] === network);
  found?.addEventListener('click', (event) => event.preventDefault(), { once: true });
  return found as HTMLAnchorElement;
}

const results = (client: WatchedClient) => client.calls('perform.record').map(({ input }) => input['result']);

/** Replaces a part of the navigator for one test. */
function replace(name: 'share' | 'clipboard', value: unknown): void {
  Object.defineProperty(navigator, name, { configurable: true, value });
}

describe('sharing', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'share');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('begins with the suggested message and the person’s own link', async () => {
    const share = await open(openWorld().volunteer);
    expect(message(share).value).to.equal('Our library wants to stay open.');
    expect(part(share, 'link').getAttribute('href')).to.match(/learning-to-read-at-61\?ref=[\w-]{8,}$/);
  });

  it('leaves the suggested message as it is, and brings it back on request', async () => {
    const action = anAction();
    const share = await open(openWorld().volunteer, action);
    await write(share, 'My own words');
    expect(action.content).to.have.property('sampleMessage', 'Our library wants to stay open.');
    part(share, 'reset').click();
    await share.updateComplete;
    expect(message(share).value).to.equal('Our library wants to stay open.');
    expect(parts(share, 'reset')).to.have.length(0);
  });

  it('keeps own words when the action is loaded again', async () => {
    const share = await open(openWorld().volunteer);
    await write(share, 'My own words');
    share.action = anAction();
    await share.updateComplete;
    expect(message(share).value).to.equal('My own words');
  });

  it('uses the plain link, without a word, where there is no personal one', async () => {
    const { volunteer } = openWorld();
    volunteer.fail('offline', /links/);
    const share = await open(volunteer);
    expect(part(share, 'link').getAttribute('href')).to.equal(
      'https://riverbend.example.org/stories/learning-to-read-at-61',
    );
    expect(share.shadowRoot?.querySelector('[role="alert"]')).to.equal(null);
  });

  it('hands message and link over in a new tab that knows nothing of this one', async () => {
    const share = await open(openWorld().volunteer);
    await write(share, 'Read & see');
    const whatsapp = link(share, 'whatsapp');
    expect(whatsapp.href).to.contain('Read%20%26%20see').and.to.contain('ref%3D');
    expect(whatsapp.target).to.equal('_blank');
    expect(whatsapp.rel).to.equal('noopener noreferrer');
    expect(link(share, 'sms').href).to.match(/^sms:/);
    expect(link(share, 'sms').target).to.equal('');
  });

  it('offers the networks that the action names, and no others', async () => {
    const share = await open(openWorld().volunteer, anAction({ networks: ['sms', 'x'] }));
    expect(parts(share, 'network').map(({ dataset }) => dataset['network'])).to.deep.equal(['sms', 'x']);
  });

  it('records network, outcome and whether it was edited, never what was written', async () => {
    const { volunteer } = openWorld();
    const share = await open(volunteer);
    await write(share, 'Something very private');
    const performed = heardOnPage('action-performed');
    link(share, 'telegram').click();
    expect((await performed).detail).to.deep.equal({
      ...{ actionId: ID, kind: 'social_sharing' },
      ...{ outcome: 'opened', queued: false },
    });
    expect(results(volunteer)).to.deep.equal([
      { kind: 'social_sharing', network: 'telegram', outcome: 'opened', edited: true },
    ]);
    expect(JSON.stringify(volunteer.heard)).to.not.contain('private');
  });

  it('asks the backend once for a double press, and for each of two networks', async () => {
    const { volunteer } = openWorld();
    const share = await open(volunteer);
    const letGo = volunteer.hold();
    link(share, 'telegram').click();
    link(share, 'telegram').click();
    link(share, 'bluesky').click();
    letGo();
    await rest(share);
    expect(results(volunteer)).to.have.length(2);
  });

  it('lets a page share in its own way', async () => {
    const { volunteer } = openWorld();
    const share = await open(volunteer);
    const asked = heardOnPage('action-share-request');
    share.addEventListener('action-share-request', (event) => event.preventDefault());
    const click = new MouseEvent('click', { cancelable: true, bubbles: true });
    parts(share, 'network')[0]?.dispatchEvent(click);
    expect((await asked).detail).to.deep.equal({ actionId: ID, network: 'x' });
    expect(click.defaultPrevented).to.equal(true);
    expect(results(volunteer)).to.deep.equal([]);
  });

  it('says what became of copying, and selects the text where it is not allowed', async () => {
    const { volunteer } = openWorld();
    const share = await open(volunteer);
    let copied = '';
    replace('clipboard', { writeText: (text: string) => Promise.resolve(void (copied = text)) });
    part(share, 'copy').click();
    await until(() => textOf(part(share, 'outcome')).includes('Copied'));
    expect(copied).to.match(/^Our library wants to stay open\.\nhttps:.*ref=/);
    replace('clipboard', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    part(share, 'copy').click();
    await until(() => parts(share, 'to-copy').length === 1);
    await rest(share);
    const field = part(share, 'to-copy') as HTMLTextAreaElement;
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).to.equal(copied);
    expect(textOf(part(share, 'outcome'))).to.contain('did not allow copying');
    expect(results(volunteer)).to.have.length(1);
  });

  const sheets = [
    ['shared', () => Promise.resolve(), 'Shared', ['shared']],
    [
      'cancelled',
      () => Promise.reject(new DOMException('', 'AbortError')),
      'Nothing was shared',
      ['cancelled'],
    ],
    ['failed', () => Promise.reject(new DOMException('', 'DataError')), 'could not be opened', []],
  ] as const;
  for (const [what, answer, words, outcomes] of sheets) {
    it(`says the truth when the device’s share menu has ${what}`, async () => {
      replace('share', answer);
      const { volunteer } = openWorld();
      const share = await open(volunteer);
      part(share, 'native').click();
      await until(() => textOf(part(share, 'outcome')).includes(words));
      await rest(share);
      expect(results(volunteer).map((result) => (result as { outcome: string }).outcome)).to.deep.equal(
        outcomes,
      );
    });
  }

  it('offers no share menu where the browser has none', async () => {
    replace('share', undefined);
    expect(parts(await open(openWorld().volunteer), 'native')).to.have.length(0);
  });

  it('draws a QR code of the person’s link on the device', async () => {
    const share = await open(openWorld().volunteer);
    part(share, 'qr-toggle').click();
    await until(() => parts(share, 'qr').length === 1);
    const drawing = part(share, 'qr').querySelector('svg');
    expect(drawing?.getAttribute('aria-label')).to.equal('QR code that leads to riverbend.example.org');
    expect(drawing?.querySelector('path')?.getAttribute('d')?.length).to.be.greaterThan(1000);
    part(share, 'qr-toggle').click();
    await share.updateComplete;
    expect(parts(share, 'qr')).to.have.length(0);
  });

  it('counts as each network counts, and says how much is too many', async () => {
    const share = await open(openWorld().volunteer, anAction({ networks: ['x', 'sms'] }));
    await write(share, 'a'.repeat(256));
    expect(textOf(part(share, 'counts'))).to.equal('X (Twitter): 0 left');
    await write(share, 'a'.repeat(266));
    expect(textOf(part(share, 'counts'))).to.equal('X (Twitter): 10 too many');
  });

  it('says that it waits for the network, and that it could not be counted', async () => {
    const { volunteer } = openWorld();
    const share = await open(volunteer);
    volunteer.fail('unavailable', /record/);
    link(share, 'x').click();
    await until(() => textOf(share).includes('could not be counted'));
    volunteer.fail(undefined);
    volunteer.queue();
    part(share, 'retry').click();
    await until(() => textOf(share).includes('kept on this device'));
    const keys = volunteer.calls('perform.record').map(({ key }) => key);
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('leaves out a link that is not safe', async () => {
    const action = anAction();
    const content = { ...action.content, shareLink: 'javascript:alert(1)' } as FeedAction['content'];
    const { volunteer } = openWorld();
    volunteer.fail('not-found', /links/);
    const share = await open(volunteer, { ...action, content });
    const hrefs = [...(share.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href);
    expect(hrefs.join()).to.not.contain('javascript');
    expect(textOf(share)).to.contain('not safe to share');
  });

  it('breaks no rule of accessibility', async () => {
    const share = await open(openWorld().volunteer);
    part(share, 'qr-toggle').click();
    await until(() => parts(share, 'qr').length === 1);
    await expect(share).to.be.accessible();
  });
});
