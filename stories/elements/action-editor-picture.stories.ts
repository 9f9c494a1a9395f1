import '@groundswell/elements/admin';
import { ClientError, type Client, type Upload } from '@groundswell/elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { find, organizerClient } from './manager-world.js';

/** The picture of an action on its way to a backend that keeps files. */
const meta: Meta = { title: 'Elements/Organizer/action-editor picture' };
export default meta;

const editorWith = (upload: Upload) => {
  const client: Client = { ...organizerClient(), upload };
  return html`<action-editor kind="open_webpage" .client=${client}></action-editor>`;
};

const part = (canvasElement: HTMLElement, selector: string) =>
  find<HTMLElement>(canvasElement, 'action-editor', selector);

/** Chooses a file as a person would, as far as the element can tell. */
async function choose(canvasElement: HTMLElement, type = 'image/png'): Promise<void> {
  const canvas = new OffscreenCanvas(640, 360);
  const drawing = canvas.getContext('2d');
  if (drawing !== null) {
    drawing.fillStyle = '#2f7d6b';
    drawing.fillRect(0, 0, 640, 360);
  }
  const picture = await canvas.convertToBlob({ type: 'image/png' });
  const chosen = new DataTransfer();
  chosen.items.add(new File([picture], 'river.png', { type }));
  const control = await find<HTMLInputElement>(canvasElement, 'action-editor', '#media');
  control.files = chosen.files;
  control.dispatchEvent(new Event('change'));
}

const toAddress = (file: Blob): Promise<string> =>
  new Promise((settle) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => settle(typeof reader.result === 'string' ? reader.result : ''));
    reader.readAsDataURL(file);
  });

/** A bar shows how much of it has arrived; the rest of the form stays open. */
export const Sending: StoryObj = {
  render: () =>
    editorWith((_, { onProgress }) => {
      onProgress?.(0.4);
      return new Promise(() => undefined);
    }),
  play: async ({ canvasElement }) => {
    await choose(canvasElement);
    await part(canvasElement, 'progress');
  },
};

/** It is there, and asks for what people who can't see it should know. */
export const Sent: StoryObj = {
  render: () =>
    editorWith(async (file) => ({
      ...{ id: 'river', url: await toAddress(file), type: file.type, bytes: file.size },
      ...{ width: 640, height: 360 },
    })),
  play: async ({ canvasElement }) => {
    await choose(canvasElement);
    await part(canvasElement, '#alt');
  },
};

/** Nothing is lost while the network is away: it is sent again by itself when that is back, or when somebody says so. */
export const NotSent: StoryObj = {
  render: () => editorWith(() => Promise.reject(new ClientError('offline'))),
  play: async ({ canvasElement }) => {
    await choose(canvasElement);
    await part(canvasElement, '#media-retry');
  },
};

const refusing = () =>
  editorWith(() =>
    Promise.reject(
      new ClientError('invalid-input', { fields: [{ path: 'file', code: 'too-many', limit: 25_000_000 }] }),
    ),
  );

/** The backend has looked at it and does not want it. */
export const Refused: StoryObj = {
  render: refusing,
  play: async ({ canvasElement }) => {
    await choose(canvasElement);
    await part(canvasElement, '#media-error:not(:empty)');
  },
};

/** What is no picture is not even sent. */
export const NotAPicture: StoryObj = {
  render: refusing,
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'application/pdf');
    await part(canvasElement, '#media-error:not(:empty)');
  },
};

export const Spanish: StoryObj = {
  render: () =>
    html`<div lang="es">${editorWith(() => Promise.reject(new ClientError('unavailable')))}</div>`,
  play: async ({ canvasElement }) => {
    await choose(canvasElement);
    await part(canvasElement, '#media-retry');
  },
};
