import '@groundswell/elements/volunteer';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { campaignClient, petition } from './volunteer-world.js';

const meta: Meta = { title: 'Elements/action-provider' };
export default meta;

/** Gives everything inside it a client. */
export const GivesAClient: StoryObj = {
  render: () =>
    html`<action-provider .client=${campaignClient()}>
      <action-feed featured-only layout="grid"></action-feed>
    </action-provider>`,
};

/** A look of one's own: colours, corners and a font by token name. */
export const Appearance: StoryObj = {
  render: () =>
    html`<action-provider
      .client=${campaignClient()}
      .appearance=${{
        variables: {
          accent: 'light-dark(#6a1b9a, #e2b6f5)',
          'accent-strong': 'light-dark(#4a116d, #f0d6fa)',
          'accent-soft': 'light-dark(#f5e9fa, #34203d)',
          'on-accent': 'light-dark(#ffffff, #2a0b39)',
          radius: '0.25rem',
          'radius-small': '0.25rem',
          font: 'Georgia, serif',
        },
      }}
    >
      <action-feed featured-only layout="grid"></action-feed>
    </action-provider>`,
};

/** Words of one's own, in place of some of the built-in ones. */
export const Strings: StoryObj = {
  render: () =>
    html`<action-provider
      .client=${campaignClient()}
      .strings=${{ 'feed.heading': 'Lend a hand', 'card.featured': 'Most wanted' }}
    >
      <action-feed featured-only layout="grid"></action-feed>
    </action-provider>`,
};

/** Two on one page: neither knows of the other. */
export const TwoLanguagesAndThemes: StoryObj = {
  render: () => html`
    <action-provider theme="light"><action-card .action=${petition()}></action-card></action-provider>
    <action-provider theme="dark" lang="es"
      ><action-card .action=${petition()}></action-card
    ></action-provider>
  `,
};
