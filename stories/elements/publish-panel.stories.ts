import '@groundswell/elements/elements/publish-panel';
import { unscheduleAction, updateAction, getAction, type Client } from '@groundswell/elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { failing, fill, inside, LONG_TITLE, organizerClient, saying, silent } from './publishing-world.js';

const meta: Meta = { title: 'Elements/Organizer/publish-panel' };
export default meta;

interface Canvas {
  readonly canvasElement: HTMLElement;
}

const DRAFT = 'walk-leaflets';
const SCHEDULED = 'register-campus';
const PRIVATE = 'new-volunteer-handbook';
const PUBLIC = 'share-library-story';

const panel = (id: string, client: Client = organizerClient({ id })) =>
  html`<publish-panel action-id=${id} .client=${client}></publish-panel>`;

/** A scheduled action that has become a complete draft again. */
function readyDraft(): Client {
  const client = organizerClient({ id: SCHEDULED });
  void client
    .call(getAction, { id: SCHEDULED })
    .then(({ version }) => client.call(unscheduleAction, { id: SCHEDULED, version }));
  return client;
}

const choose = async (canvas: HTMLElement, id: 'who-private' | 'when-now'): Promise<void> => {
  (await inside(canvas, 'publish-panel')(`#${id}`)).click();
};

export const DraftWithSomethingMissing: StoryObj = {
  render: () =>
    html`<publish-panel action-id=${DRAFT} .client=${organizerClient({ id: DRAFT })}></publish-panel>`,
};

export const DraftThatIsReady: StoryObj = {
  render: () => panel(SCHEDULED, readyDraft()),
};

/** The second step before what cannot be undone. */
export const AskedOnceMore: StoryObj = {
  render: () => panel(SCHEDULED, readyDraft()),
  play: async ({ canvasElement }: Canvas) => {
    await choose(canvasElement, 'when-now');
    (await inside(canvasElement, 'publish-panel')('button[part="publish"]:enabled')).click();
  },
};

/** Folders stand for the lists in them, which are shown before anything is sent. */
export const PrivateToAFolder: StoryObj = {
  render: () => panel(SCHEDULED, readyDraft()),
  play: async ({ canvasElement }: Canvas) => {
    const find = inside(canvasElement, 'publish-panel');
    await choose(canvasElement, 'who-private');
    (await find('#summary-folders')).click();
    (await find('#option-folders-0')).click();
    (await find('#summary-districts')).click();
    (await find('#option-districts-0')).click();
    await find('.expansion li');
  },
};

export const Scheduled: StoryObj = { render: () => panel(SCHEDULED) };

/** Half past two does not exist on the day on which clocks go forward. */
export const ScheduledInASkippedHour: StoryObj = {
  render: () => panel(SCHEDULED),
  play: async ({ canvasElement }: Canvas) => {
    const find = inside(canvasElement, 'publish-panel');
    fill(await find<HTMLInputElement>('#date'), '2032-03-14');
    fill(await find<HTMLInputElement>('#time'), '02:30');
    await find('.clock-note');
  },
};

export const ScheduledInThePast: StoryObj = {
  render: () => panel(SCHEDULED),
  play: async ({ canvasElement }: Canvas) => {
    const find = inside(canvasElement, 'publish-panel');
    fill(await find<HTMLInputElement>('#date'), '2020-01-01');
    (await find('button[part="publish"]')).click();
    await find('#date[aria-invalid="true"]');
  },
};

export const NotPublishedWhenItWasTime: StoryObj = { render: () => panel('share-volunteer-week') };

export const PublishedPrivately: StoryObj = { render: () => panel(PRIVATE) };

export const PublishedForEveryone: StoryObj = { render: () => panel(PUBLIC) };

export const Closed: StoryObj = { render: () => panel('coat-drive') };

export const Deleted: StoryObj = { render: () => panel('share-winter-banner') };

/** Somebody else was faster. What was chosen is still there. */
export const ChangedMeanwhile: StoryObj = {
  render: () => {
    const client = organizerClient({ id: SCHEDULED });
    // Nobody tells this page that the action has changed.
    const deaf: Client = { ...client, subscribe: () => () => undefined };
    return panel(SCHEDULED, deaf);
  },
  play: async ({ canvasElement }: Canvas) => {
    const find = inside(canvasElement, 'publish-panel');
    fill(await find<HTMLInputElement>('#date'), '2032-05-20');
    const client = canvasElement.querySelector('publish-panel')?.client;
    if (client === undefined) return;
    const { version, audience } = await client.call(getAction, { id: SCHEDULED });
    const { districtIds } = audience;
    await client.call(updateAction, { id: SCHEDULED, version, limits: { districtIds, languages: ['es'] } });
    (await find('button[part="publish"]')).click();
    await find('#problem');
  },
};

export const Loading: StoryObj = {
  parameters: { keepsLoading: true },
  render: () => panel(SCHEDULED, silent(organizerClient({ id: SCHEDULED }))),
};

export const Failed: StoryObj = {
  render: () => panel(SCHEDULED, failing(organizerClient({ id: SCHEDULED }), 'internal', /actions/)),
};

export const Offline: StoryObj = {
  render: () => panel(SCHEDULED, failing(organizerClient({ id: SCHEDULED }), 'offline')),
};

/** Everything is there except for who will see it. */
export const NotCounted: StoryObj = {
  render: () => panel(SCHEDULED, failing(organizerClient({ id: SCHEDULED }), 'unavailable', /audience/)),
};

export const NotConnected: StoryObj = {
  render: () => html`<publish-panel action-id=${SCHEDULED}></publish-panel>`,
};

export const Spanish: StoryObj = { render: () => html`<div lang="es">${panel(SCHEDULED)}</div>` };

export const LongText: StoryObj = {
  render: () =>
    panel(PUBLIC, organizerClient({ id: PUBLIC, change: saying({ title: LONG_TITLE, description: '' }) })),
};

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${panel(PRIVATE)}</div>` };
