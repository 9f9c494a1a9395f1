import { css } from 'lit';

/** A menu in the top layer, beside its button where the browser can place it there, in the middle elsewhere. */
export const popMenu = css`
  .caret {
    inline-size: 0.75em;
    block-size: 0.75em;
  }

  .pop-menu {
    inline-size: max-content;
    min-inline-size: 13rem;
    max-inline-size: min(22rem, 100vi - 2rem);
    padding: 0.375rem;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    box-shadow: var(--_shadow);
  }

  @supports (position-area: block-end span-inline-start) {
    .pop-menu {
      inset: auto;
      margin: 0.25rem 0;
      position-area: block-end span-inline-start;
      position-try-fallbacks:
        flip-block,
        flip-inline,
        flip-block flip-inline;
    }
  }

  .pop-menu [role='menuitem'] {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0.375rem 0.75rem;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .pop-menu [role='menuitem']:hover,
  .pop-menu [role='menuitem']:focus {
    background: var(--_accent-soft);
  }

  .pop-menu [role='menuitem']:focus-visible {
    outline-offset: -3px;
  }

  .pop-menu .dangerous {
    color: var(--_danger);
  }

  .pop-menu [aria-disabled='true'] {
    color: var(--_text-muted);
    cursor: not-allowed;
  }

  .pop-menu [aria-disabled='true']:hover {
    background: none;
  }

  .pop-menu .reason {
    display: block;
    color: var(--_text-muted);
    font-size: 0.8125em;
    line-height: 1.35;
  }

  .pop-menu .kind-icon {
    flex: none;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    color: var(--_accent);
  }
`;
