import '@groundswell/elements/elements/volunteer-sign-in';
import { ClientError, getSession, type Client } from '@groundswell/elements/contract';
import type { VolunteerSignInElement } from '@groundswell/elements/elements/volunteer-sign-in';
import { expect, fixture, html } from '@open-wc/testing';

import { openSignInWorld, otherThan } from './sign-in-world.js';
import { heardOnPage, hurry, part, parts, rest, textOf, until } from './volunteer-world.js';

const ADDRESS = 'newcomer@example.org';

async function open(client: Client | undefined): Promise<VolunteerSignInElement> {
  const element: VolunteerSignInElement = await fixture(
    html`<volunteer-sign-in .client=${client}></volunteer-sign-in>`,
  );
  await rest(element);
  return element;
}

const input = (element: Element): HTMLInputElement => element.shadowRoot!.querySelector('input')!;
const focused = (element: Element): string | undefined => element.shadowRoot?.activeElement?.id;
const status = (element: Element): string => textOf(element.shadowRoot!.querySelector('[role=status]')!);
const errorOf = (element: Element): string => textOf(element.shadowRoot!.querySelector('.error')!);

function type(element: Element, text: string): void {
  input(element).value = text;
  input(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Types into the field that is there, and presses the button below it. */
async function submit(element: VolunteerSignInElement, text: string): Promise<void> {
  type(element, text);
  part(element, 'submit').click();
  await rest(element);
}

/** Comes as far as the code. */
async function openAtCode(client: Client): Promise<VolunteerSignInElement> {
  const element = await open(client);
  await submit(element, ADDRESS);
  await until(() => input(element).id === 'code');
  await rest(element);
  return element;
}

/** Comes as far as being refused a code, since too many were asked for. */
async function openAtRefusal(client: Client): Promise<VolunteerSignInElement> {
  const tooOften = new ClientError('rate-limited', { retryAfter: 600 });
  const element = await open(refusing(client, 'signIn.request', tooOften));
  await submit(element, ADDRESS);
  await until(() => errorOf(element).includes('That was too often'));
  await rest(element);
  return element;
}

/** A client on which one operation is refused like this. */
const refusing = (client: Client, name: string, error: ClientError): Client => ({
  ...client,
  call: (operation, ...rest) =>
    operation.name === name ? Promise.reject(error) : client.call(operation, ...rest),
});

describe('signing in', () => {
  it('mails a code, takes it, and says that somebody has signed in without saying who', async () => {
    const world = openSignInWorld();
    const element = await openAtCode(world.visitor);
    expect(focused(element)).to.equal('code');
    expect(status(element)).to.contain(ADDRESS);
    const signedIn = heardOnPage('signed-in');
    await submit(element, await world.code());
    expect((await signedIn).detail).to.equal(null);
    await until(() => focused(element) === 'title');
    expect(textOf(part(element, 'title'))).to.equal('You are signed in');
    expect((await world.visitor.call(getSession, {})).role).to.equal('volunteer');
  });

  it('takes a code that was pasted with spaces in it', async () => {
    const world = openSignInWorld();
    const element = await openAtCode(world.visitor);
    const code = await world.code();
    const signedIn = heardOnPage('signed-in');
    await submit(element, ` ${code.slice(0, 3)} ${code.slice(3)}\n`);
    await signedIn;
    expect(world.visitor.calls('signIn.exchange')[0]?.input).to.deep.equal({ email: ADDRESS, code });
  });

  it('lets phones and browsers fill in address and code', async () => {
    const element = await open(openSignInWorld().visitor);
    expect([input(element).autocomplete, input(element).inputMode]).to.deep.equal(['email', 'email']);
    await submit(element, ADDRESS);
    await until(() => input(element).id === 'code');
    expect([input(element).autocomplete, input(element).inputMode]).to.deep.equal([
      'one-time-code',
      'numeric',
    ]);
  });

  it('says beside the field what is wrong with an address, and keeps it', async () => {
    const { visitor } = openSignInWorld();
    const element = await open(visitor);
    await submit(element, '');
    expect(errorOf(element)).to.equal('Enter your e-mail address.');
    expect(focused(element)).to.equal('email');
    await submit(element, 'newcomer at example');
    expect(errorOf(element)).to.contain('not an e-mail address');
    expect(input(element).value).to.equal('newcomer at example');
    expect(input(element).getAttribute('aria-invalid')).to.equal('true');
    expect(visitor.calls('signIn.request')).to.have.length(0);
  });

  it('says that a code is wrong, and takes the right one afterwards', async () => {
    const world = openSignInWorld();
    const element = await openAtCode(world.visitor);
    const code = await world.code();
    await submit(element, otherThan(code));
    await until(() => errorOf(element).includes('not the code of the latest mail'));
    await rest(element);
    expect(focused(element)).to.equal('code');
    expect(input(element).value).to.equal(otherThan(code));
    await submit(element, code);
    await until(() => textOf(element).includes('You are signed in'));
  });

  it('does not ask the backend about what cannot be a code', async () => {
    const { visitor } = openSignInWorld();
    const element = await openAtCode(visitor);
    await submit(element, '12a');
    expect(errorOf(element)).to.equal('Enter the six digits of the code.');
    expect(visitor.calls('signIn.exchange')).to.have.length(0);
  });

  it('offers another code at once where one does not work any more', async () => {
    const { visitor } = openSignInWorld();
    const element = await openAtCode(refusing(visitor, 'signIn.exchange', new ClientError('gone')));
    expect(part(element, 'again').ariaDisabled).to.equal('true');
    await submit(element, '123456');
    await until(() => errorOf(element).includes('does not work any more'));
    expect(textOf(part(element, 'again'))).to.equal('Send another code');
    part(element, 'again').click();
    await until(() => status(element).includes('another code'));
    expect(visitor.calls('signIn.request')).to.have.length(2);
  });

  it('waits before it sends another code', async () => {
    const { visitor } = openSignInWorld();
    const element = await openAtCode(visitor);
    expect(textOf(part(element, 'again'))).to.match(/Another code in \d+ seconds/);
    part(element, 'again').click();
    await rest(element);
    expect(visitor.calls('signIn.request')).to.have.length(1);
  });

  it('lets one ask again once the wait is over, and says so when it is sent', async () => {
    const calm = hurry();
    try {
      const world = openSignInWorld();
      const element = await openAtCode(world.visitor);
      await until(() => textOf(part(element, 'again')) === 'Send another code');
      part(element, 'again').click();
      await until(() => status(element).includes('Only the latest one works'));
      expect(await world.mails()).to.equal(2);
    } finally {
      calm();
    }
  });

  it('says from when on one may try again', async () => {
    const element = await openAtRefusal(openSignInWorld().visitor);
    expect(errorOf(element)).to.match(/from \d{1,2}:\d{2}/);
    expect(input(element).value).to.equal(ADDRESS);
  });

  it('takes a code of before from somebody to whom no more are sent', async () => {
    const world = openSignInWorld();
    await openAtCode(world.visitor);
    const element = await openAtRefusal(world.visitor);
    part(element, 'have-code').click();
    await until(() => focused(element) === 'code');
    expect(status(element)).to.equal(`Enter the code of the latest mail to ${ADDRESS}.`);
    expect(textOf(element)).not.to.contain('too often');
    expect(await world.mails()).to.equal(1);
    const signedIn = heardOnPage('signed-in');
    await submit(element, await world.code());
    await signedIn;
    expect(world.visitor.calls('signIn.exchange')[0]?.input['email']).to.equal(ADDRESS);
  });

  it('asks whoever has a code for their address first', async () => {
    const element = await openAtRefusal(openSignInWorld().visitor);
    for (const [typed, error] of [
      ['', 'Enter your e-mail address.'],
      ['newcomer at example', 'not an e-mail address'],
    ] as const) {
      type(element, typed);
      part(element, 'have-code').click();
      await rest(element);
      expect(errorOf(element)).to.contain(error);
      expect(focused(element)).to.equal('email');
      expect(input(element).value).to.equal(typed);
    }
    type(element, ADDRESS);
    part(element, 'have-code').click();
    await until(() => focused(element) === 'code');
    part(element, 'other-address').click();
    await rest(element);
    expect(input(element).value).to.equal(ADDRESS);
    expect(textOf(part(element, 'have-code'))).to.equal('I already have a code');
  });

  it('speaks of a code one has only where no more are sent', async () => {
    const { visitor } = openSignInWorld();
    const element = await open(visitor);
    expect(parts(element, 'have-code')).to.have.length(0);
    visitor.fail('offline');
    await submit(element, ADDRESS);
    await until(() => textOf(element).includes('You seem to be offline'));
    expect(parts(element, 'have-code')).to.have.length(0);
  });

  it('says that there is no network, keeps the address, and goes on when it is back', async () => {
    const { visitor } = openSignInWorld();
    const element = await open(visitor);
    visitor.fail('offline');
    await submit(element, ADDRESS);
    await until(() => textOf(element).includes('You seem to be offline'));
    expect(input(element).value).to.equal(ADDRESS);
    visitor.fail(undefined);
    part(element, 'submit').click();
    await until(() => input(element).id === 'code');
    expect(textOf(element)).not.to.contain('offline');
    const keys = visitor.calls('signIn.request').map(({ key }) => key);
    expect(new Set(keys).size).to.equal(1);
  });

  it('asks once for a double press', async () => {
    const world = openSignInWorld();
    const element = await open(world.visitor);
    type(element, ADDRESS);
    part(element, 'submit').click();
    part(element, 'submit').click();
    await until(() => input(element).id === 'code');
    expect(world.visitor.calls('signIn.request')).to.have.length(1);
    type(element, await world.code());
    part(element, 'submit').click();
    part(element, 'submit').click();
    await until(() => textOf(element).includes('You are signed in'));
    expect(world.visitor.calls('signIn.exchange')).to.have.length(1);
  });

  it('leads back to the address, which is still there', async () => {
    const { visitor } = openSignInWorld();
    const element = await openAtCode(visitor);
    part(element, 'other-address').click();
    await rest(element);
    expect(input(element).value).to.equal(ADDRESS);
    expect(focused(element)).to.equal('email');
    expect(status(element)).to.equal('');
  });

  it('asks for the mail in the language of the page', async () => {
    const { visitor } = openSignInWorld();
    const element = await fixture<VolunteerSignInElement>(
      html`<volunteer-sign-in lang="es" .client=${visitor}></volunteer-sign-in>`,
    );
    expect(textOf(part(element, 'submit'))).to.equal('Enviarme un código');
    await submit(element, ADDRESS);
    expect(visitor.calls('signIn.request')[0]?.input['language']).to.equal('es');
  });

  it('says that it is not connected, and that goes away once it is', async () => {
    const element = await open(undefined);
    expect(textOf(part(element, 'notice'))).to.contain('not connected');
    element.client = openSignInWorld().visitor;
    await rest(element);
    expect(parts(element, 'notice')).to.have.length(0);
  });
});
