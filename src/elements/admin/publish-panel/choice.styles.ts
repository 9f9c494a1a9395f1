import { css } from 'lit';

/** Parts of a form, and radios as cards. */
export const choiceStyles = css`
  .part {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .part > legend {
    margin-block-end: 0.75rem;
    font-size: 1.0625em;
    font-weight: 650;
  }

  .hint {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }

  .pair {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
  }

  .option {
    display: flex;
    gap: 0.75rem;
    padding: 0.875rem 1rem;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
  }

  .option:hover {
    border-color: var(--_accent);
  }

  .option:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .option:has(:disabled) {
    border-style: dashed;
    background: var(--_surface-sunken);
    cursor: not-allowed;
  }

  .option input {
    margin-block-start: 0.125rem;
  }

  .option > span {
    display: grid;
    align-content: start;
    gap: 0.125rem;
    min-inline-size: 0;
  }

  .option-name {
    font-weight: 600;
  }
`;
