import { html } from 'lit';

/** What holds the place of the links while they load. */
export const sharingSkeleton = html`<div class="body">
  <div class="links">
    <div class="skeleton place"></div>
    <div class="skeleton place"></div>
  </div>
  <div class="skeleton place tall"></div>
</div>`;
