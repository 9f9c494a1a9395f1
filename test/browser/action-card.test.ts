import '@groundswell/elements/elements/action-card';
import type { ActionCardElement } from '@groundswell/elements/elements/action-card';
import { aFeedAction, someContent } from '@groundswell/elements/mocks';
import { expect, fixture, html } from '@open-wc/testing';

import { heardOnPage, hurry, openWorld, part, parts, rest, textOf, until } from './volunteer-world.js';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

async function open(template: ReturnType<typeof html>): Promise<ActionCardElement> {
  const card: ActionCardElement = await fixture(template);
  await rest(card);
  return card;
}

describe('a card', () => {
  it('loads an action by its id and says what it asks', async () => {
    const { volunteer } = openWorld();
    const card = await open(
      html`<action-card .client=${volunteer} action-id="petition-crossing"></action-card>`,
    );
    expect(textOf(card)).to.contain('Sign for a safe crossing on Mill Street').and.to.contain('Two hundred');
    expect(volunteer.calls('feed.get')).to.have.length(1);
  });

  it('shows what an organizer wrote as text, markup and line breaks included', async () => {
    const content = someContent('open_webpage', { title: '<b>Bold</b>', description: 'One\nTwo <i>x</i>' });
    const card = await open(html`<action-card .action=${aFeedAction({ content })}></action-card>`);
    expect(part(card, 'title').textContent).to.contain('<b>Bold</b>');
    expect(part(card, 'description').textContent).to.equal('One\nTwo <i>x</i>');
    expect(getComputedStyle(part(card, 'description')).whiteSpaceCollapse).to.equal('preserve-breaks');
  });

  it('translates a preset on the start button and leaves own words as they are', async () => {
    const preset = aFeedAction({ content: someContent('open_webpage', { startLabel: 'preset:sign_up' }) });
    const own = aFeedAction({ content: someContent('open_webpage', { startLabel: 'Go!' }) });
    const none = aFeedAction({ content: someContent('open_webpage', { startLabel: ' ' }) });
    const labels = [];
    for (const action of [preset, own, none]) {
      const card = await open(html`<action-card lang="es" .action=${action}></action-card>`);
      labels.push(textOf(part(card, 'start')));
    }
    expect(labels).to.deep.equal(['Inscribirse', 'Go!', 'Empezar']);
  });

  const badges = [
    ['featured', { featured: true }, 'Featured'],
    ['done', { engagement: { seenAt: null, startedAt: null, completedAt: inDays(-1), performs: 1 } }, 'Done'],
    ['closed', { status: 'closed' }, 'Closed'],
    ['at its end', { content: someContent('open_webpage', { closesAt: inDays(-1) }) }, 'Closed'],
  ] as const;
  for (const [state, overrides, words] of badges) {
    it(`says so when an action is ${state}`, async () => {
      const card = await open(html`<action-card .action=${aFeedAction(overrides)}></action-card>`);
      expect(textOf(part(card, 'badges'))).to.equal(words);
    });
  }

  it('says on which day an action closes soon, and nothing of what is normal', async () => {
    const content = someContent('open_webpage', { closesAt: inDays(1) });
    const soon = await open(html`<action-card .action=${aFeedAction({ content })}></action-card>`);
    expect(textOf(part(soon, 'badges'))).to.match(/^Closes \w+, \w+ \d+$/);
    const plain = await open(html`<action-card .action=${aFeedAction()}></action-card>`);
    expect(parts(plain, 'badges')).to.have.length(0);
  });

  it('says that it waits for the network rather than that it is done', async () => {
    const engagement = { seenAt: null, startedAt: null, completedAt: inDays(-1), performs: 1 };
    const card = await open(html`<action-card waiting .action=${aFeedAction({ engagement })}></action-card>`);
    expect(textOf(part(card, 'badges'))).to.equal('Waiting to send');
  });

  it('shortens a long text and gives all of it on request', async () => {
    const content = someContent('open_webpage', {
      description: 'Nine words that go on for quite a while. '.repeat(30),
    });
    const card = await open(html`<action-card .action=${aFeedAction({ content })}></action-card>`);
    await until(() => parts(card, 'more').length === 1);
    const before = part(card, 'description').clientHeight;
    part(card, 'more').click();
    await card.updateComplete;
    expect(part(card, 'description').clientHeight).to.be.greaterThan(before);
    expect(part(card, 'more').getAttribute('aria-expanded')).to.equal('true');
  });

  it('offers no "Show more" where everything is shown', async () => {
    const card = await open(html`<action-card .action=${aFeedAction()}></action-card>`);
    await new Promise((settle) => requestAnimationFrame(settle));
    expect(parts(card, 'more')).to.have.length(0);
  });

  it('shows a drawing where a picture is missing or broken', async () => {
    const media = { url: 'data:image/png;base64,AAAA', alt: 'A street' };
    const content = someContent('open_webpage', { media });
    const card = await open(html`<action-card .action=${aFeedAction({ content })}></action-card>`);
    card.scrollIntoView();
    await until(() => part(card, 'media').querySelector('img') === null);
    expect(part(card, 'media').querySelector('svg')).to.not.equal(null);
  });

  it('opens the action in place when nobody minds, and gives the focus back on closing', async () => {
    const { volunteer } = openWorld();
    const card = await open(
      html`<action-card .client=${volunteer} action-id="petition-crossing"></action-card>`,
    );
    part(card, 'start').focus();
    part(card, 'start').click();
    await until(() => parts(card, 'page').length === 1);
    const dialog = part(card, 'dialog') as HTMLDialogElement;
    await until(() => dialog.open);
    await rest(card);
    expect(textOf(dialog)).to.contain('Sign for a safe crossing');
    part(card, 'close').click();
    await until(() => !dialog.open);
    expect(card.shadowRoot?.activeElement).to.equal(part(card, 'start'));
  });

  it('leaves opening to a page that cancels the request, and says which action it is', async () => {
    const card = await open(html`<action-card .action=${aFeedAction()}></action-card>`);
    const request = heardOnPage('action-open-request');
    card.addEventListener('action-open-request', (event) => event.preventDefault(), { once: true });
    part(card, 'start').click();
    expect((await request).detail).to.deep.equal({ actionId: 'petition-crossing', kind: 'open_webpage' });
    await card.updateComplete;
    await rest(card);
    expect(parts(card, 'dialog')).to.have.length(0);
  });

  it('records once that it was seen, after it was in view for a while', async () => {
    const slowly = hurry();
    const { volunteer } = openWorld();
    const seen = heardOnPage('action-seen');
    const card = await open(
      html`<action-card .client=${volunteer} action-id="petition-crossing"></action-card>`,
    );
    card.scrollIntoView();
    expect((await seen).detail.actionId).to.equal('petition-crossing');
    const { parentElement } = card;
    card.remove();
    parentElement?.append(card);
    await rest(card);
    slowly();
    expect(volunteer.calls('perform.seen').map(({ input }) => input['actionIds'])).to.deep.equal([
      ['petition-crossing'],
    ]);
  });

  it('says that an action cannot be found, and tries again when asked to', async () => {
    const { volunteer } = openWorld();
    volunteer.fail('unavailable');
    const card = await open(
      html`<action-card .client=${volunteer} action-id="petition-crossing"></action-card>`,
    );
    expect(card.shadowRoot?.querySelector('[role="alert"]')?.textContent).to.contain('cannot be reached');
    volunteer.fail(undefined);
    part(card, 'retry').click();
    await rest(card);
    expect(textOf(card)).to.contain('Sign for a safe crossing');
  });

  it('asks to be told of changes as long as it is on the page, and no longer', async () => {
    const { volunteer } = openWorld();
    const letGo = volunteer.hold();
    const card: ActionCardElement = await fixture(
      html`<action-card .client=${volunteer} action-id="petition-crossing"></action-card>`,
    );
    expect(volunteer.listening()).to.equal(1);
    card.remove();
    letGo();
    card.requestUpdate();
    await card.updateComplete;
    expect(volunteer.listening()).to.equal(0);
  });

  it('breaks no rule of accessibility', async () => {
    const card = await open(html`<action-card .action=${aFeedAction({ featured: true })}></action-card>`);
    await expect(card).to.be.accessible();
  });
});
