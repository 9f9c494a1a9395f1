import '@groundswell/elements/volunteer';
import type { Client, FeedAction } from '@groundswell/elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../dark-page.js';
import { campaignClient, failing, keepingWrites, petition } from './volunteer-world.js';

const meta: Meta = { title: 'Elements/Volunteer/open-webpage' };
export default meta;

const webpage = (client: Client, action: FeedAction = petition()) =>
  html`<open-webpage .client=${client} .action=${action}></open-webpage>`;

/** Follows the link without leaving the story, and comes back. */
function visit({ canvasElement }: { readonly canvasElement: HTMLElement }): void {
  const link = canvasElement.querySelector('open-webpage')?.shadowRoot?.querySelector<HTMLElement>('a');
  link?.addEventListener('click', (event) => event.preventDefault(), { once: true });
  link?.click();
  dispatchEvent(new FocusEvent('focus'));
}

export const Before: StoryObj = { render: () => webpage(campaignClient()) };

export const BackAgain: StoryObj = { render: () => webpage(campaignClient()), play: visit };

/** Kept on the device until the network is back. */
export const Waiting: StoryObj = { render: () => webpage(keepingWrites(campaignClient())), play: visit };

export const NotRecorded: StoryObj = {
  render: () => webpage(failing(campaignClient(), 'unavailable')),
  play: visit,
};

export const NoSafeLink: StoryObj = {
  render: () => webpage(campaignClient(), petition({ webLink: '' })),
};

export const Spanish: StoryObj = {
  render: () => html`<div lang="es">${webpage(campaignClient())}</div>`,
  play: visit,
};

export const Dark: StoryObj = {
  render: () => html`<dark-page>${webpage(campaignClient())}</dark-page>`,
  play: visit,
};
