import { css } from 'lit';

/** Buttons and links that look like one: `primary` for the one thing to do, plain for the rest. */
export const button = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 2.75rem;
    max-inline-size: 100%;
    padding: 0.5em 1.125em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-small);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-decoration: none;
    overflow-wrap: anywhere;
    cursor: pointer;
    transition:
      background-color var(--_motion),
      border-color var(--_motion);
  }

  .button:hover {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover {
    background: var(--_accent-strong);
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
  }

  .button.quiet:hover {
    background: var(--_accent-soft);
  }

  .button.small {
    min-block-size: 2.25rem;
    padding: 0.25em 0.75em;
    font-size: 0.9375em;
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--_border);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    cursor: not-allowed;
  }

  .button svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }

    .button:disabled {
      border-color: GrayText;
      color: GrayText;
    }
  }

  @media print {
    .button {
      display: none;
    }
  }
`;
