import '@groundswell/elements/all';
import { createEmbeddedBackend } from '@groundswell/elements/embedded';
import { RIVERBEND_PEOPLE, riverbend } from '@groundswell/elements/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Journeys/One action, from writing to results' };
export default meta;

const openCampaign = () =>
  createEmbeddedBackend({
    campaign: riverbend({ now: new Date() }),
    links: { web: 'https://riverbend.example.org/act?share={token}' },
  });

/**
 * An organizer above, a volunteer below, one backend in the page: write and publish an action in the first, perform it
 * in the second, and watch its results arrive in the first.
 */
export const OrganizerAndVolunteer: StoryObj = {
  render: () => {
    const backend = openCampaign();
    return html`
      <h1>One action, from writing to results</h1>
      <action-provider .client=${backend.clientFor({ userId: RIVERBEND_PEOPLE.organizer })}>
        <section aria-label="Organizer"><action-manager></action-manager></section>
      </action-provider>
      <hr />
      <action-provider .client=${backend.clientFor({ userId: RIVERBEND_PEOPLE.volunteer })}>
        <section aria-label="Volunteer"><action-feed layout="grid"></action-feed></section>
      </action-provider>
    `;
  },
};

/** The same in Spanish, for somebody who came by a link and has no account yet. */
export const VisitorInSpanish: StoryObj = {
  render: () => html`
    <div lang="es">
      <action-provider .client=${openCampaign().clientFor({ guestId: 'guest-1', language: 'es' })}>
        <action-feed></action-feed>
      </action-provider>
    </div>
  `,
};
