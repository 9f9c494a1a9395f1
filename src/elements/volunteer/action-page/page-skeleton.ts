import { html } from 'lit';

/** Grey shapes of about the size of the page of an action. */
export const pageSkeleton = html`<div class="stack">
  <div class="skeleton line title-size"></div>
  <div class="media skeleton"></div>
  <div class="skeleton line"></div>
  <div class="skeleton line"></div>
  <div class="skeleton line short"></div>
</div>`;
