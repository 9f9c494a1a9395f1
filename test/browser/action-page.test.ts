import '@groundswell/elements/elements/action-page';
import { closeAction, getSession } from '@groundswell/elements/contract';
import type { ActionPageElement } from '@groundswell/elements/elements/action-page';
import { RIVERBEND_PEOPLE, RIVERBEND_SHARE_TOKEN } from '@groundswell/elements/mocks';
import { expect, fixture, html } from '@open-wc/testing';

import { openSignInWorld } from './sign-in-world.js';
import { heardOnPage, openWorld, part, parts, rest, textOf, until } from './volunteer-world.js';

const SHARE = 'share-library-story';

async function open(template: ReturnType<typeof html>): Promise<ActionPageElement> {
  const page: ActionPageElement = await fixture(template);
  await rest(page);
  return page;
}

/** Starts the action of a page and waits for the element that performs it. */
async function start(page: ActionPageElement): Promise<void> {
  part(page, 'start').click();
  await until(() => parts(page, 'qr-toggle').length + parts(page, 'open').length > 0);
  await rest(page);
}

const focused = (page: ActionPageElement): string | undefined => page.shadowRoot?.activeElement?.id;

describe('the page of an action', () => {
  it('shows an action, starts it, performs it, thanks, and offers the next one', async () => {
    const { volunteer } = openWorld();
    const page = await open(html`<action-page .client=${volunteer} action-id=${SHARE}></action-page>`);
    expect(textOf(page)).to.contain('Share Ms. Alderwood').and.to.contain('radiator');
    const started = heardOnPage('action-started');
    await start(page);
    expect((await started).detail).to.deep.equal({ actionId: SHARE, kind: 'social_sharing' });
    expect(focused(page)).to.equal('performing');
    part(page, 'qr-toggle').click();
    await until(() => parts(page, 'other').length > 0);
    await until(() => textOf(part(page, 'thanks')).includes('done this once'));
    expect(textOf(part(page, 'thanks'))).to.contain('Thank you, Marigold!');
    expect(textOf(part(page, 'badges'))).to.contain('Done');
    const [next] = parts(page, 'other');
    const title = textOf(next!);
    next?.click();
    await rest(page);
    expect(textOf(part(page, 'title'))).to.equal(title);
    expect(focused(page)).to.equal('title');
    expect(parts(page, 'thanks')).to.have.length(0);
  });

  it('asks the backend once for a double press of start', async () => {
    const { volunteer } = openWorld();
    const page = await open(html`<action-page .client=${volunteer} action-id=${SHARE}></action-page>`);
    const button = part(page, 'start');
    button.click();
    button.click();
    await rest(page);
    expect(volunteer.calls('perform.start')).to.have.length(1);
  });

  it('does not start when the page around it cancels the request', async () => {
    const { volunteer } = openWorld();
    const page = await open(html`<action-page .client=${volunteer} action-id=${SHARE}></action-page>`);
    page.addEventListener('action-start-request', (event) => event.preventDefault());
    part(page, 'start').click();
    await rest(page);
    expect(volunteer.calls('perform.start')).to.have.length(0);
    expect(parts(page, 'start')).to.have.length(1);
  });

  it('opens what a share link leads to, and passes the link on with what is done', async () => {
    const { volunteer } = openWorld();
    const page = await open(
      html`<action-page .client=${volunteer} share-token=${RIVERBEND_SHARE_TOKEN}></action-page>`,
    );
    expect(textOf(page)).to.contain('Sign for a safe crossing');
    await start(page);
    expect(volunteer.calls('perform.start').map(({ input }) => input['shareToken'])).to.deep.equal([
      RIVERBEND_SHARE_TOKEN,
    ]);
  });

  it('asks a visitor to sign in, and goes on with the same action once they are back', async () => {
    const { volunteer, clientFor } = openWorld();
    const visitor = clientFor({ guestId: 'guest-1' });
    const page = await open(html`<action-page .client=${visitor} action-id=${SHARE}></action-page>`);
    const request = heardOnPage('sign-in-request');
    part(page, 'start').click();
    expect((await request).detail).to.deep.equal({ actionId: SHARE });
    await rest(page);
    expect(focused(page)).to.equal('sign-in');
    expect(textOf(page)).to.contain('Please sign in to take part');
    expect(visitor.calls('perform.start')).to.have.length(0);
    page.client = volunteer;
    await until(() => parts(page, 'qr-toggle').length === 1);
    expect(volunteer.calls('perform.start').map(({ input }) => input['actionId'])).to.deep.equal([SHARE]);
    expect(textOf(part(page, 'title'))).to.contain('Share Ms. Alderwood');
  });

  it('signs a visitor in on the spot, and goes on with the same action as that person', async () => {
    const world = openSignInWorld();
    const page = await open(html`<action-page .client=${world.visitor} action-id=${SHARE}></action-page>`);
    part(page, 'start').click();
    await until(() => parts(page, 'submit').length === 1);
    await rest(page);
    expect(focused(page)).to.equal('sign-in');
    expect(textOf(page)).to.contain('You come right back to this action');
    const type = (text: string) => {
      const input = page.shadowRoot!.querySelector('volunteer-sign-in')!.shadowRoot!.querySelector('input')!;
      input.value = text;
      input.dispatchEvent(new InputEvent('input'));
      part(page, 'submit').click();
    };
    type('newcomer@example.org');
    await until(() => parts(page, 'again').length === 1);
    type(await world.code());
    await until(() => parts(page, 'qr-toggle').length === 1);
    await rest(page);
    expect(focused(page)).to.equal('performing');
    expect(textOf(part(page, 'title'))).to.contain('Share Ms. Alderwood');
    expect(world.visitor.calls('perform.start')).to.have.length(1);
    expect((await world.visitor.call(getSession, {})).role).to.equal('volunteer');
  });

  it('leaves signing in to the page where that sees to it', async () => {
    const visitor = openWorld().clientFor({ guestId: 'guest-1' });
    const page = await open(html`<action-page .client=${visitor} action-id=${SHARE}></action-page>`);
    page.addEventListener('sign-in-request', (event) => event.preventDefault());
    part(page, 'start').click();
    await rest(page);
    expect(textOf(page)).to.contain('You come right back to this action');
    expect(page.shadowRoot?.querySelector('volunteer-sign-in')).to.equal(null);
    const again = heardOnPage('sign-in-request');
    part(page, 'sign-in').click();
    await again;
  });

  it('asks to sign in where the backend says so, whoever the page thought it was', async () => {
    const { volunteer } = openWorld();
    const page = await open(html`<action-page .client=${volunteer} action-id=${SHARE}></action-page>`);
    volunteer.fail('unauthenticated', /perform\.start/);
    part(page, 'start').click();
    await until(() => textOf(page).includes('Please sign in to take part'));
    await rest(page);
    expect(volunteer.calls('perform.start')).to.have.length(1);
  });

  it('lets nobody be stopped by a network that is gone, and says that it waits', async () => {
    const { volunteer } = openWorld();
    const page = await open(html`<action-page .client=${volunteer} action-id=${SHARE}></action-page>`);
    volunteer.fail('offline', /perform\.start/);
    volunteer.queue();
    await start(page);
    const performed = heardOnPage('action-performed');
    part(page, 'qr-toggle').click();
    expect((await performed).detail).to.include({ queued: true, outcome: 'opened' });
    await rest(page);
    expect(textOf(part(page, 'thanks')))
      .to.contain('kept on this device')
      .and.not.to.contain('It counts');
    expect(textOf(part(page, 'badges')))
      .to.contain('Waiting to send')
      .and.not.to.contain('Done');
  });

  it('thanks only once it is recorded, and a second try counts nothing twice', async () => {
    const { volunteer } = openWorld();
    const page = await open(
      html`<action-page .client=${volunteer} action-id="petition-crossing"></action-page>`,
    );
    await start(page);
    part(page, 'open').addEventListener('click', (event) => event.preventDefault());
    const opened = heardOnPage('action-performed');
    volunteer.fail('unavailable', /perform\.record/);
    part(page, 'open').click();
    await until(() => textOf(page).includes('could not be recorded'));
    expect(parts(page, 'thanks')).to.have.length(0);
    volunteer.fail(undefined);
    part(page, 'retry').click();
    expect((await opened).detail).to.include({ outcome: 'opened', queued: false });
    const keys = volunteer.calls('perform.record').map(({ key }) => key);
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  const dead = [
    ['an id that nobody knows', { actionId: 'nothing-of-the-kind' }],
    ['a link that was cut off', { shareToken: 'a-link-that-was-cut-off' }],
  ] as const;
  for (const [what, properties] of dead) {
    it(`has words and a way on for ${what}`, async () => {
      const { volunteer } = openWorld();
      const page = await open(
        html`<action-page
          .client=${volunteer}
          .actionId=${'actionId' in properties ? properties.actionId : undefined}
          .shareToken=${'shareToken' in properties ? properties.shareToken : undefined}
        ></action-page>`,
      );
      await until(() => parts(page, 'other').length === 3);
      expect(textOf(part(page, 'page'))).to.contain('not available');
      expect(parts(page, 'start')).to.have.length(0);
    });
  }

  it('says that an action was closed long ago, and shows others', async () => {
    const { volunteer } = openWorld();
    const page = await open(html`<action-page .client=${volunteer} action-id="coat-drive"></action-page>`);
    await until(() => parts(page, 'other').length === 3);
    expect(textOf(page)).to.contain('This action is closed');
    expect(parts(page, 'start')).to.have.length(0);
  });

  it('says that an action has been closed meanwhile, and offers no start', async () => {
    const { volunteer, organizer } = openWorld();
    const page = await open(html`<action-page .client=${volunteer} action-id=${SHARE}></action-page>`);
    await organizer.call(closeAction, { id: SHARE, version: 1 });
    await until(() => parts(page, 'start').length === 0);
    await until(() => parts(page, 'other').length > 0);
    expect(textOf(page)).to.contain('This action is closed');
  });

  it('lets somebody finish what they had started before it was closed', async () => {
    const { volunteer, organizer } = openWorld();
    const page = await open(html`<action-page .client=${volunteer} action-id=${SHARE}></action-page>`);
    await start(page);
    await organizer.call(closeAction, { id: SHARE, version: 1 });
    await until(() => textOf(part(page, 'badges')).includes('Closed'));
    part(page, 'back').click();
    await rest(page);
    expect(textOf(part(page, 'start'))).to.equal('Continue');
    await start(page);
    expect(volunteer.calls('perform.start')).to.have.length(1);
  });

  it('says so where a kind cannot be done on this page yet, and offers others', async () => {
    const { volunteer } = openWorld();
    const page = await open(
      html`<action-page .client=${volunteer} action-id="walk-mill-hollow"></action-page>`,
    );
    await until(() => parts(page, 'other').length > 0);
    expect(textOf(page)).to.contain('cannot be done on this page yet');
    expect(parts(page, 'start')).to.have.length(0);
  });

  it('says that nothing could be loaded, and loads on retry', async () => {
    const { volunteer } = openWorld();
    volunteer.fail('timed-out');
    const page = await open(html`<action-page .client=${volunteer} action-id=${SHARE}></action-page>`);
    expect(page.shadowRoot?.querySelector('[role="alert"]')?.textContent).to.contain('no answer yet');
    volunteer.fail(undefined);
    part(page, 'retry').click();
    await until(() => parts(page, 'start').length === 1);
  });

  it('speaks Spanish to a Spanish page, and breaks no rule of accessibility on the way', async () => {
    const { clientFor } = openWorld();
    const client = clientFor({ userId: RIVERBEND_PEOPLE.spanishSpeakingVolunteer, language: 'es' });
    const page = await open(
      html`<action-page lang="es" .client=${client} action-id="compartir-biblioteca"></action-page>`,
    );
    expect(textOf(part(page, 'start'))).to.equal('Compartir');
    await expect(page).to.be.accessible();
    await start(page);
    part(page, 'qr-toggle').click();
    await until(() => parts(page, 'other').length > 0);
    expect(textOf(part(page, 'thanks'))).to.contain('¡Gracias');
    await expect(page).to.be.accessible();
  });
});
