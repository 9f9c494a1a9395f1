import { css } from 'lit';

/** Searchable lists behind a heading, and chips for what is chosen. */
export const pickerStyles = css`
  .pickers {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .picker {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
  }

  summary {
    padding: 0.625rem 0.875rem;
    border-radius: var(--_radius-small);
    cursor: pointer;
  }

  .picker-name {
    margin-inline-end: 0.5rem;
    font-weight: 600;
  }

  .picker-state {
    font-size: 0.9375em;
  }

  .picker-body {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 0 0.875rem 0.875rem;
  }

  .found {
    min-block-size: 1.5em;
    font-size: 0.875em;
  }

  .options {
    display: grid;
    align-content: start;
    max-block-size: 16rem;
    min-block-size: 6rem;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .options .choice {
    min-block-size: 2.75rem;
    padding: 0.25rem;
    border-block-end: 1px solid var(--_border);
    overflow-wrap: anywhere;
  }

  .note {
    font-size: 0.875em;
  }

  .more {
    margin-block: 0.5rem;
    justify-self: start;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    padding: 0 0.875rem 0.75rem;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.125rem;
    max-inline-size: 100%;
    padding-inline-start: 0.75rem;
    border-radius: 999px;
    background: var(--_accent-soft);
    color: var(--_accent-strong);
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }

  .chip button {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: transparent;
    color: inherit;
    cursor: pointer;
  }

  .chip button:hover {
    background: var(--_surface);
  }

  .chip svg {
    inline-size: 0.875rem;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-width: 2;
  }
`;
