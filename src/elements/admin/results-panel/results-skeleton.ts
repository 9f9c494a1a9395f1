import { html } from 'lit';

/** What holds the place of the figures while they load. */
export const resultsSkeleton = html`<div class="figures">
  ${Array.from({ length: 6 }, () => html`<div class="skeleton figure-place"></div>`)}
</div>`;
