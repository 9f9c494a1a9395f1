import { css } from 'lit';

/** Form fields: label above, hint below it, control, what is wrong below that. */
export const field = css`
  .field {
    display: grid;
    gap: 0.375rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .field label,
  .field .label,
  legend {
    padding: 0;
    font-weight: 600;
  }

  .field .hint {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }

  .field .error {
    color: var(--_danger);
    font-size: 0.9375em;
    font-weight: 600;
  }

  /* Stays in the page while it is empty, so that what is wrong is announced; takes no room. */
  .field .error:empty {
    margin-block-start: -0.375rem;
  }

  .optional {
    color: var(--_text-muted);
    font-size: 0.875em;
    font-weight: 400;
  }

  input:not([type='checkbox'], [type='radio']),
  textarea,
  select {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  textarea {
    min-block-size: 6rem;
    resize: block;
    field-sizing: content;
  }

  input[aria-invalid='true'],
  textarea[aria-invalid='true'],
  select[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
    flex: none;
  }

  .choice,
  .field .choice {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-block-size: 2.25rem;
    font-weight: 400;
  }

  ::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
`;
