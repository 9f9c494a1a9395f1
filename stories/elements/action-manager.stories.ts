import '@groundswell/elements/admin';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { find, organizerClient, typeInto } from './manager-world.js';
import { failing, silent } from './volunteer-world.js';

const meta: Meta = { title: 'Elements/Organizer/action-manager' };
export default meta;

/** All actions of the campaign. */
export const AllActions: StoryObj = {
  render: () => html`<action-manager .client=${organizerClient()}></action-manager>`,
};

/** Actions of one kind, and nothing else to create. */
export const OneKind: StoryObj = {
  render: () => html`<action-manager kind="social_sharing" .client=${organizerClient()}></action-manager>`,
};

export const Spanish: StoryObj = {
  render: () => html`<div lang="es"><action-manager .client=${organizerClient()}></action-manager></div>`,
};

export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl"><action-manager .client=${organizerClient()}></action-manager></div>`,
};

/** Scheduled actions say when, in the reader's own zone. */
export const Scheduled: StoryObj = {
  render: () =>
    html`<action-manager
      .client=${organizerClient({ only: ({ status }) => status === 'scheduled' })}
    ></action-manager>`,
};

/** Everything that can be done with an action; what can't be done says why. */
export const MenuOpen: StoryObj = {
  render: () => html`<action-manager .client=${organizerClient()}></action-manager>`,
  play: async ({ canvasElement }) => {
    (await find<HTMLButtonElement>(canvasElement, 'action-manager', '.manage button')).click();
    await find(canvasElement, 'action-manager', '.manage [role=menuitem]');
  },
};

/** The second step before a delete says what it means. */
export const BeforeDelete: StoryObj = {
  render: () => html`<action-manager .client=${organizerClient()}></action-manager>`,
  play: async ({ canvasElement }) => {
    (await find<HTMLButtonElement>(canvasElement, 'action-manager', '.manage button')).click();
    (await find<HTMLButtonElement>(canvasElement, 'action-manager', '.manage .dangerous')).click();
    await find(canvasElement, 'action-manager', 'dialog[open] .danger');
  },
};

export const Empty: StoryObj = {
  render: () => html`<action-manager .client=${organizerClient({ only: () => false })}></action-manager>`,
};

export const NothingFound: StoryObj = {
  render: () => html`<action-manager .client=${organizerClient()}></action-manager>`,
  play: async ({ canvasElement }) => {
    typeInto(await find(canvasElement, 'action-manager', '#search'), 'a search that finds nothing');
    await find(canvasElement, 'action-manager', '.empty');
  },
};

export const Loading: StoryObj = {
  parameters: { keepsLoading: true },
  render: () => html`<action-manager .client=${silent(organizerClient())}></action-manager>`,
};

export const Failed: StoryObj = {
  render: () => html`<action-manager .client=${failing(organizerClient(), 'unavailable')}></action-manager>`,
};

export const Offline: StoryObj = {
  render: () => html`<action-manager .client=${failing(organizerClient(), 'offline')}></action-manager>`,
};

export const NotConnected: StoryObj = {
  render: () => html`<action-manager></action-manager>`,
};

/** One action, opened by a link of the page. */
export const EditView: StoryObj = {
  render: () =>
    html`<action-manager
      view="edit"
      action-id="share-library-story"
      .client=${organizerClient()}
    ></action-manager>`,
  play: async ({ canvasElement }) => {
    await find(canvasElement, 'action-manager', 'action-editor', 'form');
  },
};

/** A link to a new action that does not say of what kind. */
export const ChooseKind: StoryObj = {
  render: () => html`<action-manager view="edit" .client=${organizerClient()}></action-manager>`,
};
