import { html } from 'lit';

/** Grey shapes of about the size of a card. */
export const cardSkeleton = html`<div class="card">
  <div class="media skeleton"></div>
  <div class="body">
    <div class="skeleton line short"></div>
    <div class="skeleton line"></div>
    <div class="skeleton line"></div>
    <div class="skeleton line button-size"></div>
  </div>
</div>`;
