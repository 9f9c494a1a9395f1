import '@groundswell/elements/elements/share-options';
import type { Client } from '@groundswell/elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { failing, inside, LONG_TITLE, organizerClient, saying, silent } from './publishing-world.js';

const meta: Meta = { title: 'Elements/Organizer/share-options' };
export default meta;

const PUBLIC = 'share-library-story';

const share = (id: string = PUBLIC, client: Client = organizerClient({ id })) =>
  html`<share-options action-id=${id} .client=${client}></share-options>`;

const showCode = async ({ canvasElement }: { readonly canvasElement: HTMLElement }) => {
  (await inside(canvasElement, 'share-options')('summary')).click();
};

export const Public: StoryObj = { render: () => share() };

export const CodeForAPage: StoryObj = { render: () => share(), play: showCode };

/** Whatever a title says, the code is text. */
export const CodeWithAHostileTitle: StoryObj = {
  render: () =>
    share(
      PUBLIC,
      organizerClient({
        id: PUBLIC,
        change: saying({ title: "\"></a><img src=x onerror=alert(1)> & 'friends'" }),
      }),
    ),
  play: showCode,
};

export const WithoutAnApp: StoryObj = {
  render: () => share(PUBLIC, organizerClient({ id: PUBLIC, appLink: false })),
};

export const Private: StoryObj = { render: () => share('new-volunteer-handbook') };

export const Closed: StoryObj = { render: () => share('coat-drive') };

export const NotPublishedYet: StoryObj = { render: () => share('register-campus') };

export const Deleted: StoryObj = { render: () => share('share-winter-banner') };

export const Loading: StoryObj = {
  parameters: { keepsLoading: true },
  render: () => share(PUBLIC, silent(organizerClient({ id: PUBLIC }))),
};

export const Failed: StoryObj = {
  render: () => share(PUBLIC, failing(organizerClient({ id: PUBLIC }), 'internal')),
};

export const Offline: StoryObj = {
  render: () => share(PUBLIC, failing(organizerClient({ id: PUBLIC }), 'offline')),
};

export const NotConnected: StoryObj = {
  render: () => html`<share-options action-id=${PUBLIC}></share-options>`,
};

export const Spanish: StoryObj = {
  render: () => html`<div lang="es">${share()}</div>`,
  play: showCode,
};

export const LongTitle: StoryObj = {
  render: () => share(PUBLIC, organizerClient({ id: PUBLIC, change: saying({ title: LONG_TITLE }) })),
  play: showCode,
};

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${share()}</div>` };
