import '@groundswell/elements/volunteer';
import type { Client, FeedAction } from '@groundswell/elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../dark-page.js';
import { campaignClient, failing, keepingWrites, LONG_TEXT, sharing } from './volunteer-world.js';

const meta: Meta = { title: 'Elements/Volunteer/social-share' };
export default meta;

const share = (client: Client, action: FeedAction = sharing()) =>
  html`<social-share .client=${client} .action=${action}></social-share>`;

const showQr = ({ canvasElement }: { readonly canvasElement: HTMLElement }) =>
  canvasElement
    .querySelector('social-share')
    ?.shadowRoot?.querySelector<HTMLElement>('[part="qr-toggle"]')
    ?.click();

export const EveryNetwork: StoryObj = { render: () => share(campaignClient()) };

export const ChosenNetworks: StoryObj = {
  render: () => share(campaignClient(), sharing({ networks: ['whatsapp', 'sms', 'email'] })),
};

export const QrCode: StoryObj = { render: () => share(campaignClient()), play: showQr };

export const TooLongForSome: StoryObj = {
  render: () => share(campaignClient(), sharing({ sampleMessage: LONG_TEXT })),
};

/** Without a network the link is the plain one, and what was shared is counted later. */
export const Offline: StoryObj = {
  render: () => share(keepingWrites(failing(campaignClient(), 'offline'))),
  play: showQr,
};

export const NotCounted: StoryObj = {
  render: () => share(failing(campaignClient(), 'unavailable', /record/)),
  play: showQr,
};

export const Spanish: StoryObj = {
  render: () => html`<div lang="es">${share(campaignClient())}</div>`,
};

export const Dark: StoryObj = {
  render: () => html`<dark-page>${share(campaignClient())}</dark-page>`,
  play: showQr,
};

export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl">${share(campaignClient())}</div>`,
};
