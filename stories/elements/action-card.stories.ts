import '@groundswell/elements/volunteer';
import { aFeedAction, someContent } from '@groundswell/elements/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../dark-page.js';
import {
  campaignClient,
  failing,
  LONG_TEXT,
  LONG_TITLE,
  petition,
  sharing,
  silent,
} from './volunteer-world.js';

const meta: Meta = { title: 'Elements/Volunteer/action-card' };
export default meta;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const done = { seenAt: null, startedAt: inDays(-1), completedAt: inDays(-1), performs: 2 };

/** By its id: the card loads the action itself. */
export const ById: StoryObj = {
  render: () => html`<action-card .client=${campaignClient()} action-id="share-library-story"></action-card>`,
};

export const NoImage: StoryObj = {
  render: () => html`<action-card .action=${petition()}></action-card>`,
};

export const Featured: StoryObj = {
  render: () => html`<action-card .action=${{ ...sharing(), featured: true }}></action-card>`,
};

export const Done: StoryObj = {
  render: () => html`<action-card .action=${{ ...sharing(), engagement: done }}></action-card>`,
};

/** What the person did waits on the device for the network. */
export const WaitingToSend: StoryObj = {
  render: () => html`<action-card .action=${sharing()} waiting></action-card>`,
};

export const ClosesSoon: StoryObj = {
  render: () => html`<action-card .action=${petition({ closesAt: inDays(1) })}></action-card>`,
};

export const Closed: StoryObj = {
  render: () => html`<action-card .action=${{ ...petition(), status: 'closed' }}></action-card>`,
};

export const WithTip: StoryObj = {
  render: () =>
    html`<action-card
      .action=${petition({ disclaimer: 'It takes a minute.\nYou get one e-mail to confirm.' })}
    ></action-card>`,
};

export const BrokenImage: StoryObj = {
  render: () =>
    html`<action-card
      .action=${petition({ media: { url: 'data:image/png;base64,AAAA', alt: 'A street' } })}
    ></action-card>`,
};

export const LongTexts: StoryObj = {
  render: () =>
    html`<action-card
      .action=${petition({ title: LONG_TITLE, description: LONG_TEXT, disclaimer: LONG_TEXT, startLabel: LONG_TITLE.slice(0, 100) })}
    ></action-card>`,
};

export const RightToLeft: StoryObj = {
  render: () =>
    html`<div dir="rtl">
      <action-card
        .action=${aFeedAction({
          featured: true,
          content: someContent('open_webpage', {
            title: 'وقّعوا من أجل معبر آمن',
            description: 'مئتا طفل يعبرون الشارع كل صباح.',
            startLabel: 'ابدأ',
          }),
        })}
      ></action-card>
    </div>`,
};

export const Spanish: StoryObj = {
  render: () =>
    html`<div lang="es">
      <action-card .action=${{ ...sharing(), featured: true, engagement: done }}></action-card>
    </div>`,
};

export const Dark: StoryObj = {
  render: () =>
    html`<dark-page>
      <action-card .action=${{ ...sharing(), featured: true }}></action-card>
    </dark-page>`,
};

export const Loading: StoryObj = {
  parameters: { keepsLoading: true },
  render: () =>
    html`<action-card .client=${silent(campaignClient())} action-id="share-library-story"></action-card>`,
};

export const NotConnected: StoryObj = {
  render: () => html`<action-card action-id="share-library-story"></action-card>`,
};

export const NotFound: StoryObj = {
  render: () => html`<action-card .client=${campaignClient()} action-id="nothing-of-the-kind"></action-card>`,
};

export const Offline: StoryObj = {
  render: () =>
    html`<action-card
      .client=${failing(campaignClient(), 'offline')}
      action-id="share-library-story"
    ></action-card>`,
};
