import { html } from 'lit';

/** Grey shapes of about the size of the form and its preview. */
export const editorSkeleton = html`<div class="layout">
  <div class="stack">
    <div class="skeleton tall"></div>
    <div class="skeleton tall"></div>
  </div>
  <div class="skeleton tall"></div>
</div>`;
