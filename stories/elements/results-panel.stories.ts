import '@groundswell/elements/elements/results-panel';
import { recordPerform, type Client } from '@groundswell/elements/contract';
import { createEmbeddedBackend } from '@groundswell/elements/embedded';
import { RIVERBEND_PEOPLE, riverbend } from '@groundswell/elements/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { failing, inside, LONG_TITLE, organizerClient, saying, silent } from './publishing-world.js';

const meta: Meta = { title: 'Elements/Organizer/results-panel' };
export default meta;

const SHARING = 'share-library-story';

const results = (id: string = SHARING, client: Client = organizerClient({ id, eventCount: 3000 })) =>
  html`<results-panel action-id=${id} .client=${client}></results-panel>`;

const explain = async ({ canvasElement }: { readonly canvasElement: HTMLElement }) => {
  (await inside(canvasElement, 'results-panel')('button[aria-expanded="false"]')).click();
};

export const SocialSharing: StoryObj = { render: () => results() };

export const WithWhatTheFiguresMean: StoryObj = { render: () => results(), play: explain };

export const OpenAWebpage: StoryObj = { render: () => results('petition-crossing') };

export const Survey: StoryObj = { render: () => results('survey-route-6') };

export const PeerToPeer: StoryObj = { render: () => results('text-library-hours') };

export const FriendToFriend: StoryObj = { render: () => results('friends-library') };

export const Canvassing: StoryObj = { render: () => results('walk-mill-hollow') };

export const VideoStories: StoryObj = { render: () => results('story-why-i-help') };

export const VoterRegistration: StoryObj = { render: () => results('register-riverbend') };

/** Nobody has seen a draft, so there is nothing to divide by either: dashes, and never 0 percent. */
export const NobodyYet: StoryObj = { render: () => results('register-campus') };

/** A volunteer performs the action once a second: the figures follow without flicker. */
export const Live: StoryObj = {
  render: () => {
    const backend = createEmbeddedBackend({
      campaign: riverbend({ now: new Date(), eventCount: 300 }),
      links: { web: 'https://riverbend.example.org/act?share={token}' },
    });
    const volunteer = backend.clientFor({ userId: RIVERBEND_PEOPLE.volunteer });
    const perform = (key: string) =>
      volunteer.call(
        recordPerform,
        {
          actionId: SHARING,
          result: { kind: 'social_sharing', network: 'whatsapp', outcome: 'opened', edited: false },
          occurredAt: new Date().toISOString(),
        },
        { key },
      );
    void Promise.all(['a', 'b', 'c'].map((letter) => perform(`story-live-perform-${letter}`)));
    return results(SHARING, backend.clientFor({ userId: RIVERBEND_PEOPLE.organizer }));
  },
};

export const Loading: StoryObj = {
  parameters: { keepsLoading: true },
  render: () => results(SHARING, silent(organizerClient({ id: SHARING }))),
};

export const Failed: StoryObj = {
  render: () => results(SHARING, failing(organizerClient({ id: SHARING }), 'internal')),
};

export const Offline: StoryObj = {
  render: () => results(SHARING, failing(organizerClient({ id: SHARING }), 'offline')),
};

/** The figures are there; what their ids stand for is not. */
export const WithoutNames: StoryObj = {
  render: () =>
    results(
      'survey-route-6',
      failing(organizerClient({ id: 'survey-route-6', eventCount: 3000 }), 'unavailable', /lookups/),
    ),
};

export const NotConnected: StoryObj = {
  render: () => html`<results-panel action-id=${SHARING}></results-panel>`,
};

export const Spanish: StoryObj = {
  render: () => html`<div lang="es">${results()}</div>`,
  play: explain,
};

export const LongTitle: StoryObj = {
  render: () => results(SHARING, organizerClient({ id: SHARING, change: saying({ title: LONG_TITLE }) })),
};

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${results()}</div>` };
