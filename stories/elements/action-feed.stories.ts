import '@groundswell/elements/volunteer';
import { RIVERBEND_PEOPLE } from '@groundswell/elements/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../dark-page.js';
import { campaignClient, failing, silent } from './volunteer-world.js';

const meta: Meta = { title: 'Elements/Volunteer/action-feed' };
export default meta;

/** One below the other. */
export const List: StoryObj = {
  render: () => html`<action-feed .client=${campaignClient()}></action-feed>`,
};

/** As many beside each other as there is room for. */
export const Grid: StoryObj = {
  render: () => html`<action-feed layout="grid" .client=${campaignClient()}></action-feed>`,
};

/** A few at a time; "Load more" brings the next. */
export const FewAtATime: StoryObj = {
  render: () => html`<action-feed limit="3" layout="grid" .client=${campaignClient()}></action-feed>`,
};

/** What an organization puts on its front page: without search, with a heading of its own. */
export const FeaturedOnly: StoryObj = {
  render: () =>
    html`<action-feed featured-only layout="grid" .client=${campaignClient()}>
      <h2 slot="heading">This week</h2>
      <p slot="header">Three small things that help most.</p>
      <p slot="footer">New actions every Monday.</p>
    </action-feed>`,
};

export const OneKind: StoryObj = {
  render: () => html`<action-feed kind="social_sharing" .client=${campaignClient()}></action-feed>`,
};

export const Spanish: StoryObj = {
  render: () =>
    html`<div lang="es">
      <action-feed
        .client=${campaignClient({ caller: { userId: RIVERBEND_PEOPLE.spanishSpeakingVolunteer, language: 'es' } })}
      ></action-feed>
    </div>`,
};

export const Dark: StoryObj = {
  render: () =>
    html`<dark-page
      ><action-provider .client=${campaignClient()}>
        <action-feed layout="grid"></action-feed> </action-provider
    ></dark-page>`,
};

export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl"><action-feed .client=${campaignClient()}></action-feed></div>`,
};

export const Empty: StoryObj = {
  render: () => html`<action-feed .client=${campaignClient({ only: () => false })}></action-feed>`,
};

export const EmptyInWordsOfThePage: StoryObj = {
  render: () =>
    html`<action-feed .client=${campaignClient({ only: () => false })}>
      <p slot="empty">We are taking a break until Monday.</p>
    </action-feed>`,
};

export const Loading: StoryObj = {
  parameters: { keepsLoading: true },
  render: () => html`<action-feed .client=${silent(campaignClient())}></action-feed>`,
};

export const NotConnected: StoryObj = {
  render: () => html`<action-feed></action-feed>`,
};

export const Offline: StoryObj = {
  render: () => html`<action-feed .client=${failing(campaignClient(), 'offline')}></action-feed>`,
};

export const Failed: StoryObj = {
  render: () => html`<action-feed .client=${failing(campaignClient(), 'unavailable')}></action-feed>`,
};
