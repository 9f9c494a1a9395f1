import '@groundswell/elements/elements/action-feed';
import type { ActionFeedElement } from '@groundswell/elements/elements/action-feed';
import { closeAction } from '@groundswell/elements/contract';
import { expect, fixture, html } from '@open-wc/testing';

import { heardOnPage, hurry, openWorld, part, parts, rest, textOf, until } from './volunteer-world.js';

async function open(template: ReturnType<typeof html>): Promise<ActionFeedElement> {
  const feed: ActionFeedElement = await fixture(template);
  await rest(feed);
  return feed;
}

const titles = (feed: ActionFeedElement): (string | null)[] =>
  parts(feed, 'article').map((article) => article.getAttribute('aria-label'));

const announced = (feed: ActionFeedElement): string =>
  [...(feed.shadowRoot?.querySelectorAll('.stack > [role="status"]') ?? [])]
    .map((region) => textOf(region))
    .join();

const press = (target: Element, key: string, init: KeyboardEventInit = {}) =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }),
  );

const focused = (feed: ActionFeedElement): Element | null => feed.shadowRoot?.activeElement ?? null;

describe('the feed', () => {
  it('lists what the volunteer can see, featured first, and says how many there are', async () => {
    const { volunteer } = openWorld();
    const feed = await open(html`<action-feed .client=${volunteer}></action-feed>`);
    const shown = parts(feed, 'article').map((article) =>
      textOf(article.querySelector('action-card') ?? article),
    );
    const featured = shown.map((text) => text.startsWith('Featured'));
    expect(featured.indexOf(false)).to.equal(featured.lastIndexOf(true) + 1);
    expect(featured).to.include(true);
    expect(announced(feed)).to.equal(`${shown.length} actions`);
  });

  it('tells assistive technology the place of each action among all of them', async () => {
    const { volunteer } = openWorld();
    const feed = await open(html`<action-feed .client=${volunteer} limit="3"></action-feed>`);
    const [first, second] = parts(feed, 'article');
    expect(part(feed, 'feed').getAttribute('role')).to.equal('feed');
    expect(first?.getAttribute('aria-posinset')).to.equal('1');
    expect(second?.getAttribute('aria-posinset')).to.equal('2');
    expect(Number(first?.getAttribute('aria-setsize'))).to.be.greaterThan(3);
  });

  it('loads more on request, says how many, and puts the focus on the first of them', async () => {
    const { volunteer } = openWorld();
    const feed = await open(html`<action-feed .client=${volunteer} limit="3"></action-feed>`);
    const before = titles(feed);
    part(feed, 'more').click();
    part(feed, 'more').click();
    await until(() => titles(feed).length === 6);
    await rest(feed);
    expect(titles(feed).slice(0, 3)).to.deep.equal(before);
    expect(new Set(titles(feed)).size).to.equal(6);
    expect(focused(feed)).to.equal(parts(feed, 'article')[3]);
    expect(announced(feed)).to.equal('3 more loaded');
    expect(volunteer.calls('feed.list')).to.have.length(2);
  });

  it('says when more could not be loaded, and keeps what is there', async () => {
    const { volunteer } = openWorld();
    const feed = await open(html`<action-feed .client=${volunteer} limit="3"></action-feed>`);
    volunteer.fail('offline');
    part(feed, 'more').click();
    await until(() => feed.shadowRoot?.querySelector('[role="alert"]') !== null);
    expect(titles(feed)).to.have.length(3);
    volunteer.fail(undefined);
    part(feed, 'more').click();
    await until(() => titles(feed).length === 6);
    expect(feed.shadowRoot?.querySelector('[role="alert"]')).to.equal(null);
  });

  it('moves between actions with Page Down and Page Up, and out with Control and End or Home', async () => {
    const { volunteer } = openWorld();
    const feed = await open(html`<action-feed .client=${volunteer} limit="3"></action-feed>`);
    const [first, second] = parts(feed, 'article');
    first?.focus();
    press(first!, 'PageDown');
    expect(focused(feed)).to.equal(second);
    press(part(second!, 'start'), 'PageUp');
    expect(focused(feed)).to.equal(first);
    press(first!, 'PageUp');
    expect(focused(feed)).to.equal(first);
    press(first!, 'End', { ctrlKey: true });
    expect(focused(feed)).to.equal(part(feed, 'more'));
    first?.focus();
    press(first!, 'Home', { ctrlKey: true });
    expect(focused(feed)).to.equal(part(feed, 'search'));
  });

  it('searches once somebody pauses typing, and says so when nothing matches', async () => {
    const { volunteer } = openWorld();
    const feed = await open(html`<action-feed .client=${volunteer} .searchDelay=${20}></action-feed>`);
    const search = part(feed, 'search') as HTMLInputElement;
    for (const text of ['c', 'cr', 'crossing']) {
      search.value = text;
      search.dispatchEvent(new InputEvent('input'));
    }
    await until(() => titles(feed).length > 0 && titles(feed).length < 4);
    expect(volunteer.calls('feed.list').map(({ input }) => input['search'])).to.deep.equal(['', 'crossing']);
    search.value = 'nothing of the kind';
    search.dispatchEvent(new InputEvent('input'));
    await until(() => parts(feed, 'empty').length === 1);
    expect(textOf(part(feed, 'empty'))).to.contain('No actions match');
    expect(announced(feed)).to.equal('0 actions');
    part(feed, 'show-all').click();
    await until(() => titles(feed).length > 4);
    expect(search.value).to.equal('');
    expect(focused(feed)).to.equal(search);
  });

  it('offers the kinds that there are, and shows one of them', async () => {
    const { volunteer } = openWorld(({ content: { kind } }) => kind === 'survey' || kind === 'open_webpage');
    const feed = await open(html`<action-feed .client=${volunteer}></action-feed>`);
    const kinds = part(feed, 'kinds') as HTMLSelectElement;
    expect([...kinds.options].map(({ label }) => label)).to.deep.equal([
      'All kinds',
      'Survey',
      'Open a Webpage',
    ]);
    kinds.value = 'survey';
    kinds.dispatchEvent(new InputEvent('input'));
    await until(() => volunteer.calls('feed.list').length === 2);
    await rest(feed);
    expect(
      parts(feed, 'article').map((article) => article.querySelector('action-card')?.action?.content.kind),
    ).to.satisfy((shown: string[]) => shown.length > 0 && shown.every((kind) => kind === 'survey'));
  });

  it('keeps to the kind that the page asks for, and to featured actions without a search', async () => {
    const { volunteer } = openWorld();
    const feed = await open(
      html`<action-feed .client=${volunteer} kind="social_sharing" featured-only></action-feed>`,
    );
    const [call] = volunteer.calls('feed.list');
    expect(call?.input).to.deep.include({ kinds: ['social_sharing'], featuredOnly: true });
    expect(parts(feed, 'tools')).to.have.length(0);
  });

  it('shows the words of the page where there is nothing to do', async () => {
    const { volunteer } = openWorld(() => false);
    const feed = await open(
      html`<action-feed .client=${volunteer}><p slot="empty">Back on Monday.</p></action-feed>`,
    );
    const slot = feed.shadowRoot?.querySelector<HTMLSlotElement>('slot[name="empty"]');
    expect(slot?.assignedElements().map(textOf)).to.deep.equal(['Back on Monday.']);
    const plain = await open(html`<action-feed .client=${openWorld(() => false).volunteer}></action-feed>`);
    expect(textOf(part(plain, 'empty'))).to.contain('nothing to do right now');
  });

  it('follows what an organizer changes, with its length, focus and cards kept', async () => {
    const { volunteer, organizer } = openWorld();
    const feed = await open(html`<action-feed .client=${volunteer} limit="3"></action-feed>`);
    part(feed, 'more').click();
    await until(() => titles(feed).length === 6);
    const [first, second, third] = parts(feed, 'article');
    second?.focus();
    await organizer.call(closeAction, {
      id: first?.querySelector('action-card')?.action?.id ?? '',
      version: 1,
    });
    await until(() => parts(feed, 'article')[0] === second);
    expect(parts(feed, 'article')[1]).to.equal(third);
    expect(titles(feed)).to.have.length(6);
    expect(focused(feed)).to.equal(second);
  });

  it('moves the focus to a neighbour when the action that had it is gone', async () => {
    const { volunteer, organizer } = openWorld();
    const feed = await open(html`<action-feed .client=${volunteer} limit="3"></action-feed>`);
    const [first, second] = parts(feed, 'article');
    first?.focus();
    await organizer.call(closeAction, {
      id: first?.querySelector('action-card')?.action?.id ?? '',
      version: 1,
    });
    await until(() => parts(feed, 'article')[0] === second);
    await feed.updateComplete;
    expect(focused(feed)).to.equal(second);
  });

  it('keeps an action open that leaves the feed meanwhile', async () => {
    const { volunteer, organizer } = openWorld();
    const feed = await open(html`<action-feed .client=${volunteer} kind="open_webpage"></action-feed>`);
    const [first] = parts(feed, 'article');
    const action = first?.querySelector('action-card')?.action;
    part(first!, 'start').click();
    await until(() => parts(feed, 'page').length === 1);
    const dialog = part(feed, 'dialog') as HTMLDialogElement;
    await until(() => dialog.open);
    await organizer.call(closeAction, { id: action?.id ?? '', version: 1 });
    await until(() => !titles(feed).includes(action?.content.title ?? ''));
    expect(dialog.open).to.equal(true);
    expect(textOf(dialog)).to.contain(action?.content.title);
    part(feed, 'close').click();
    await until(() => focused(feed)?.localName === 'article');
    expect(dialog.open).to.equal(false);
  });

  it('leaves opening to a page that cancels the request', async () => {
    const { volunteer } = openWorld();
    const feed = await open(html`<action-feed .client=${volunteer}></action-feed>`);
    feed.addEventListener('action-open-request', (event) => event.preventDefault());
    part(feed, 'start').click();
    await feed.updateComplete;
    await rest(feed);
    expect(parts(feed, 'dialog')).to.have.length(0);
  });

  it('records what was seen in one call for several cards', async () => {
    const slowly = hurry();
    const { volunteer } = openWorld();
    const seen = heardOnPage('action-seen');
    const feed = await open(html`<action-feed layout="grid" .client=${volunteer} limit="3"></action-feed>`);
    feed.scrollIntoView();
    await seen;
    slowly();
    const ids = volunteer.calls('perform.seen').flatMap(({ input }) => input['actionIds']);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids).to.not.be.empty;
    expect(volunteer.calls('perform.seen').length).to.be.lessThan(3);
  });

  it('says in words what went wrong, and shows the old list as out of date', async () => {
    const { volunteer } = openWorld();
    const feed = await open(html`<action-feed .client=${volunteer}></action-feed>`);
    const before = titles(feed);
    volunteer.fail('offline');
    volunteer.tell({ topic: 'actions', actionId: null });
    await until(() => feed.shadowRoot?.querySelector('[role="alert"]') !== null);
    expect(textOf(part(feed, 'notice')))
      .to.contain('You seem to be offline')
      .and.to.contain('out of date');
    expect(titles(feed)).to.deep.equal(before);
    volunteer.fail(undefined);
    part(feed, 'retry').click();
    await until(() => feed.shadowRoot?.querySelector('[role="alert"]') === null);
  });

  it('holds its place while it loads, and says so to assistive technology', async () => {
    const { volunteer } = openWorld();
    const letGo = volunteer.hold();
    const feed: ActionFeedElement = await fixture(html`<action-feed .client=${volunteer}></action-feed>`);
    await until(() => textOf(feed).includes('Loading'));
    expect(feed.clientHeight).to.be.greaterThan(400);
    letGo();
    await rest(feed);
    expect(textOf(feed)).to.not.contain('Loading');
  });

  for (const layout of ['list', 'grid']) {
    it(`breaks no rule of accessibility as a ${layout}, and fits 320 pixels`, async () => {
      const { volunteer } = openWorld();
      const feed = await open(html`<action-feed layout=${layout} .client=${volunteer}></action-feed>`);
      await expect(feed).to.be.accessible();
      feed.parentElement?.classList.add('narrow');
      feed.parentElement!.style.width = '320px';
      await new Promise((settle) => requestAnimationFrame(settle));
      expect(feed.scrollWidth).to.be.at.most(320);
    });
  }
});
