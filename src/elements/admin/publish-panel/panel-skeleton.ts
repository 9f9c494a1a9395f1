import { html } from 'lit';

/** What holds the place of the panel while it loads. */
export const panelSkeleton = html`<div class="skeleton heading-place"></div>
  <div class="layout">
    <div class="skeleton form-place"></div>
    <div class="skeleton explainer-place"></div>
  </div>`;
