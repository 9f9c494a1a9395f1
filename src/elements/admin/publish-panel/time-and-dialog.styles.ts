import { css } from 'lit';

/** The fields of a time with what they come to, the buttons, and the dialog before making public. */
export const timeAndDialog = css`
  .expansion,
  .readout {
    display: grid;
    gap: 0.375rem;
    font-size: 0.9375em;
  }

  .expansion {
    padding-inline-start: 0.875rem;
    border-inline-start: 3px solid var(--_accent);
    overflow-wrap: anywhere;
  }

  .languages {
    display: grid;
    gap: 0.25rem;
  }

  .language {
    display: inline-block;
  }

  .language::first-letter {
    text-transform: uppercase;
  }

  .languages legend {
    font-size: 0.9375em;
  }

  .time {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0.75rem;
  }

  .time > * {
    flex: 1 1 9rem;
    min-inline-size: 0;
  }

  .time > :last-child {
    flex: 2 1 17rem;
  }

  .zone {
    align-self: center;
  }

  .clock-note {
    padding: 0.5rem 0.75rem;
    border-radius: var(--_radius-small);
    background: var(--_warning-soft);
    color: var(--_warning);
    font-weight: 600;
  }

  .steps {
    display: grid;
    gap: 0.75rem;
    padding-block-start: calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_border);
  }

  .reason {
    color: var(--_text);
    font-weight: 600;
  }

  dialog {
    inline-size: min(30rem, 100% - 2rem);
    max-block-size: calc(100% - 2rem);
    margin: auto;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }

  dialog form,
  .confirm-text {
    display: grid;
    gap: var(--_space);
  }

  .dialog-buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.75rem;
  }

  dialog .choice {
    padding: 0.5rem 0.75rem;
    border-radius: var(--_radius-small);
    background: var(--_surface-sunken);
  }
`;
