import '@groundswell/elements/admin';
import { getAction, updateAction } from '@groundswell/elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { find, organizerClient, typeInto } from './manager-world.js';
import { failing, LONG_TITLE, silent } from './volunteer-world.js';

const meta: Meta = { title: 'Elements/Organizer/action-editor' };
export default meta;

const form = (canvasElement: HTMLElement, selector: string) =>
  find<HTMLTextAreaElement>(canvasElement, 'action-editor', selector);

export const NewSocialSharing: StoryObj = {
  render: () => html`<action-editor kind="social_sharing" .client=${organizerClient()}></action-editor>`,
};

export const NewOpenWebpage: StoryObj = {
  render: () => html`<action-editor kind="open_webpage" .client=${organizerClient()}></action-editor>`,
};

export const PeerToPeer: StoryObj = {
  render: () => html`<action-editor kind="peer_to_peer" .client=${organizerClient()}></action-editor>`,
};

export const FriendToFriend: StoryObj = {
  render: () => html`<action-editor kind="friend_to_friend" .client=${organizerClient()}></action-editor>`,
};

export const Canvassing: StoryObj = {
  render: () => html`<action-editor kind="canvassing" .client=${organizerClient()}></action-editor>`,
};

export const VideoStories: StoryObj = {
  render: () => html`<action-editor kind="video_stories" .client=${organizerClient()}></action-editor>`,
};

export const Survey: StoryObj = {
  render: () => html`<action-editor kind="survey" .client=${organizerClient()}></action-editor>`,
};

export const VoterRegistration: StoryObj = {
  render: () => html`<action-editor kind="voter_registration" .client=${organizerClient()}></action-editor>`,
};

/** What is published is saved when somebody says so. */
export const Published: StoryObj = {
  render: () =>
    html`<action-editor action-id="share-library-story" .client=${organizerClient()}></action-editor>`,
};

export const Spanish: StoryObj = {
  render: () =>
    html`<div lang="es">
      <action-editor action-id="compartir-biblioteca" .client=${organizerClient()}></action-editor>
    </div>`,
};

export const RightToLeft: StoryObj = {
  render: () =>
    html`<div dir="rtl">
      <action-editor action-id="share-arabic-welcome" .client=${organizerClient()}></action-editor>
    </div>`,
};

/** After a save, what is missing is listed with a way to each field. */
export const SomethingMissing: StoryObj = {
  render: () => html`<action-editor kind="social_sharing" .client=${organizerClient()}></action-editor>`,
  play: async ({ canvasElement }) => {
    typeInto(await form(canvasElement, '#title'), 'Share our story');
    typeInto(await form(canvasElement, '#shareLink'), 'javascript:alert(1)');
    (await find<HTMLButtonElement>(canvasElement, 'action-editor', '[type=submit]')).click();
    await form(canvasElement, '#summary');
  },
};

/** Somebody else has saved in the meantime: both versions, and nothing typed is lost. */
export const TwoVersions: StoryObj = {
  render: () => {
    const client = organizerClient();
    return html`<action-editor
      action-id="share-library-story"
      .client=${{ ...client, subscribe: () => () => undefined }}
    ></action-editor>`;
  },
  play: async ({ canvasElement }) => {
    typeInto(await form(canvasElement, '#title'), 'Share her story with three friends');
    const { client } = await find<HTMLElementTagNameMap['action-editor']>(canvasElement, 'action-editor');
    if (client === undefined) return;
    const { id, version, content } = await client.call(getAction, { id: 'share-library-story' });
    const theirs = {
      ...content,
      title: 'Share Ms. Alderwood’s story today',
      description: 'Two minutes that change minds.',
    };
    await client.call(updateAction, { id, version, content: theirs });
    (await find<HTMLButtonElement>(canvasElement, 'action-editor', '[type=submit]')).click();
    await form(canvasElement, '#conflict-title');
  },
};

/** A draft that can't be saved now is kept, and saved when the network is back. */
export const Offline: StoryObj = {
  render: () =>
    html`<action-editor
      kind="open_webpage"
      .autosaveDelay=${10}
      .client=${failing(organizerClient(), 'offline', /create|update/)}
    ></action-editor>`,
  play: async ({ canvasElement }) => {
    typeInto(await form(canvasElement, '#title'), 'Written on a train');
    await form(canvasElement, '.saving.failed');
  },
};

export const LongText: StoryObj = {
  render: () => html`<action-editor kind="open_webpage" .client=${organizerClient()}></action-editor>`,
  play: async ({ canvasElement }) => typeInto(await form(canvasElement, '#title'), LONG_TITLE.repeat(8)),
};

export const Loading: StoryObj = {
  parameters: { keepsLoading: true },
  render: () =>
    html`<action-editor
      action-id="share-library-story"
      .client=${silent(organizerClient())}
    ></action-editor>`,
};

export const Failed: StoryObj = {
  render: () =>
    html`<action-editor
      action-id="share-library-story"
      .client=${failing(organizerClient(), 'unavailable')}
    ></action-editor>`,
};

export const NotConnected: StoryObj = {
  render: () => html`<action-editor action-id="share-library-story"></action-editor>`,
};
