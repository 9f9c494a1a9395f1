import '@groundswell/elements/volunteer';
import { ClientError, type Client } from '@groundswell/elements/contract';
import type { VolunteerSignInElement } from '@groundswell/elements/elements/volunteer-sign-in';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../dark-page.js';
import { campaignClient, failing } from './volunteer-world.js';

const meta: Meta = { title: 'Elements/Volunteer/volunteer-sign-in' };
export default meta;

const ADDRESS = 'marigold.alderwood@example.org';
const visitor = () => campaignClient({ caller: { guestId: 'guest-1' } });
const signIn = (client: Client) => html`<volunteer-sign-in .client=${client}></volunteer-sign-in>`;

/** A client on which one operation is refused like this. */
const refusing = (name: string, error: ClientError): Client => {
  const client = visitor();
  return {
    ...client,
    call: (operation, ...rest) =>
      operation.name === name ? Promise.reject(error) : client.call(operation, ...rest),
  };
};

/** A client that takes every code. */
const welcoming = (): Client => {
  const client = visitor();
  const session = { token: 'token', expiresAt: new Date().toISOString(), userId: 'newcomer' };
  return {
    ...client,
    call: (operation, ...rest) =>
      operation.name === 'signIn.exchange'
        ? Promise.resolve(session as never)
        : client.call(operation, ...rest),
  };
};

const sendingNoMore = (): Client =>
  refusing('signIn.request', new ClientError('rate-limited', { retryAfter: 1500 }));

/** Types into one field after the other, and presses the button below it each time. */
const typing =
  (...texts: readonly string[]) =>
  async ({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> => {
    const root = canvasElement.querySelector<VolunteerSignInElement>('volunteer-sign-in')?.shadowRoot;
    for (const [index, text] of texts.entries()) {
      const field = await find<HTMLInputElement>(root, index === 0 ? '#email' : '#code');
      if (field === undefined) return;
      field.value = text;
      field.dispatchEvent(new InputEvent('input'));
      root?.querySelector<HTMLElement>('[part~="submit"]')?.click();
    }
    await new Promise((settle) => requestAnimationFrame(settle));
  };

async function find<T extends Element>(
  root: ShadowRoot | null | undefined,
  selector: string,
): Promise<T | undefined> {
  for (let frame = 0; frame < 200; frame += 1) {
    const found = root?.querySelector<T>(selector);
    if (found !== null && found !== undefined) return found;
    await new Promise((settle) => requestAnimationFrame(settle));
  }
  return undefined;
}

export const Address: StoryObj = { render: () => signIn(visitor()) };

export const NoAddress: StoryObj = { render: () => signIn(visitor()), play: typing('marigold at home') };

export const Code: StoryObj = { render: () => signIn(visitor()), play: typing(ADDRESS) };

export const WrongCode: StoryObj = {
  render: () =>
    signIn(
      refusing(
        'signIn.exchange',
        new ClientError('invalid-input', { fields: [{ path: 'code', code: 'invalid' }] }),
      ),
    ),
  play: typing(ADDRESS, '123 456'),
};

/** It was used, has expired, or was guessed at too often. */
export const CodeGone: StoryObj = {
  render: () => signIn(refusing('signIn.exchange', new ClientError('gone'))),
  play: typing(ADDRESS, '123456'),
};

export const TooOften: StoryObj = {
  render: () => signIn(sendingNoMore()),
  play: typing(ADDRESS),
};

/** No more codes are sent for now, but one of before is in the mailbox. */
export const HasCode: StoryObj = {
  render: () => signIn(sendingNoMore()),
  play: async (context) => {
    await typing(ADDRESS)(context);
    const root = context.canvasElement.querySelector('volunteer-sign-in')?.shadowRoot;
    (await find<HTMLElement>(root, '[part~="have-code"]'))?.click();
    await find(root, '#code');
  },
};

export const SignedIn: StoryObj = { render: () => signIn(welcoming()), play: typing(ADDRESS, '123456') };

export const Offline: StoryObj = {
  render: () => signIn(failing(visitor(), 'offline')),
  play: typing(ADDRESS),
};

export const NotConnected: StoryObj = { render: () => html`<volunteer-sign-in></volunteer-sign-in>` };

export const Spanish: StoryObj = {
  render: () => html`<div lang="es">${signIn(visitor())}</div>`,
  play: typing(ADDRESS),
};

export const Dark: StoryObj = {
  render: () => html`<dark-page>${signIn(refusing('signIn.exchange', new ClientError('gone')))}</dark-page>`,
  play: typing(ADDRESS, '123456'),
};

export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl">${signIn(visitor())}</div>`,
  play: typing(ADDRESS),
};
