import { css } from 'lit';

/** The dialog in which an action opens over the page. */
export const pageDialog = css`
  dialog {
    inline-size: min(44rem, 100% - 1.5rem);
    max-inline-size: none;
    max-block-size: calc(100% - 1.5rem);
    margin: auto;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    overscroll-behavior: contain;
    box-shadow: var(--_shadow);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }

  .dialog-bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    justify-content: end;
    padding: 0.375rem;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }

  .dialog-content {
    padding: clamp(1rem, 4%, 2rem);
  }
`;
