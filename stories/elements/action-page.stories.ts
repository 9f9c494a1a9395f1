import '@groundswell/elements/volunteer';
import type { Client } from '@groundswell/elements/contract';
import type { ActionPageElement } from '@groundswell/elements/elements/action-page';
import { RIVERBEND_PEOPLE, RIVERBEND_SHARE_TOKEN } from '@groundswell/elements/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../dark-page.js';
import { campaignClient, failing, keepingWrites, silent } from './volunteer-world.js';

const meta: Meta = { title: 'Elements/Volunteer/action-page' };
export default meta;

const page = (client: Client, actionId = 'share-library-story') =>
  html`<action-page .client=${client} action-id=${actionId}></action-page>`;

/** Presses a part once it is there, through the shadow roots of the story. */
async function press(canvas: HTMLElement, ...parts: readonly string[]): Promise<void> {
  const element = canvas.querySelector<ActionPageElement>('action-page');
  for (const part of parts) {
    for (let frame = 0; frame < 300; frame += 1) {
      const button = find(element?.shadowRoot ?? null, part);
      if (button !== null) {
        button.click();
        break;
      }
      await new Promise((settle) => requestAnimationFrame(settle));
    }
  }
}

function find(root: ShadowRoot | null, part: string): HTMLElement | null {
  const own = root?.querySelector<HTMLElement>(`[part~="${part}"]`) ?? null;
  if (own !== null) return own;
  const inner = root?.querySelector('social-share, open-webpage')?.shadowRoot ?? null;
  return inner === null ? null : find(inner, part);
}

export const Details: StoryObj = { render: () => page(campaignClient()) };

/** What somebody sees who came by a shared link. */
export const ByShareLink: StoryObj = {
  render: () =>
    html`<action-page .client=${campaignClient()} share-token=${RIVERBEND_SHARE_TOKEN}></action-page>`,
};

export const Performing: StoryObj = {
  render: () => page(campaignClient()),
  play: ({ canvasElement }) => press(canvasElement, 'start'),
};

export const Thanks: StoryObj = {
  render: () => page(campaignClient()),
  play: ({ canvasElement }) => press(canvasElement, 'start', 'qr-toggle', 'thanks'),
};

/** The network is gone: what was done is kept on the device. */
export const KeptOnTheDevice: StoryObj = {
  render: () => page(keepingWrites(campaignClient())),
  play: ({ canvasElement }) => press(canvasElement, 'start', 'qr-toggle', 'thanks'),
};

/** A visitor is asked to sign in, and comes back to this action. */
export const SignInFirst: StoryObj = {
  render: () => page(campaignClient({ caller: { guestId: 'guest-1' } })),
  play: ({ canvasElement }) => press(canvasElement, 'start'),
};

export const NotPossibleHere: StoryObj = { render: () => page(campaignClient(), 'walk-mill-hollow') };

export const NotFound: StoryObj = { render: () => page(campaignClient(), 'nothing-of-the-kind') };

export const UnknownLink: StoryObj = {
  render: () =>
    html`<action-page .client=${campaignClient()} share-token="a-link-that-was-cut-off"></action-page>`,
};

export const Spanish: StoryObj = {
  render: () =>
    html`<div lang="es">
      ${page(
        campaignClient({ caller: { userId: RIVERBEND_PEOPLE.spanishSpeakingVolunteer, language: 'es' } }),
        'compartir-biblioteca',
      )}
    </div>`,
  play: ({ canvasElement }) => press(canvasElement, 'start', 'qr-toggle', 'thanks'),
};

export const Dark: StoryObj = {
  render: () => html`<dark-page>${page(campaignClient())}</dark-page>`,
  play: ({ canvasElement }) => press(canvasElement, 'start', 'qr-toggle', 'thanks'),
};

export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl">${page(campaignClient())}</div>`,
};

export const Loading: StoryObj = {
  parameters: { keepsLoading: true },
  render: () => page(silent(campaignClient())),
};

export const Offline: StoryObj = { render: () => page(failing(campaignClient(), 'offline')) };

export const StartFailed: StoryObj = {
  render: () => page(failing(campaignClient(), 'unavailable', /start/)),
  play: ({ canvasElement }) => press(canvasElement, 'start'),
};
