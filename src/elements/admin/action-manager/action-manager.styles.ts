import { css } from 'lit';

/** Headings, toolbar, and the views of one action. */
export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem 1rem;
    margin-block-end: calc(var(--_space) * 1.25);
  }

  .head h2 {
    font-size: 1.75em;
  }

  .head.one {
    justify-content: start;
    margin-block-end: var(--_space);
  }

  .head.one h2 {
    flex: 0 1 auto;
    max-inline-size: 100%;
    max-block-size: 6.25em;
    overflow: auto;
    font-size: 1.5em;
  }

  .head.one > :last-child:not(h2, [popover]) {
    margin-inline-start: auto;
  }

  .back {
    margin-block-end: 0.5rem;
    margin-inline-start: -0.75rem;
  }

  .arrow:dir(rtl) {
    scale: -1 1;
  }

  .toolbar {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
    margin-block-end: var(--_space);
  }

  .tabs,
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25rem;
    border-block-end: 1px solid var(--_border);
  }

  .tabs button,
  .parts button {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 2.75rem;
    margin-block-end: -1px;
    padding: 0.25rem 0.75rem;
    border: 0;
    border-block-end: 3px solid transparent;
    border-start-start-radius: var(--_radius-small);
    border-start-end-radius: var(--_radius-small);
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  .tabs button:hover,
  .parts button:hover {
    background: var(--_accent-soft);
    color: var(--_text);
  }

  .tabs [aria-selected='true'],
  .parts [aria-current] {
    border-block-end-color: var(--_accent);
    color: var(--_accent-strong);
  }

  .tabs :focus-visible,
  .parts :focus-visible {
    outline-offset: -3px;
  }

  .count {
    min-inline-size: 1.75em;
    padding: 0 0.5em;
    border-radius: 999px;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  .find {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }

  .find input {
    flex: 1 1 14rem;
  }

  .sort {
    display: flex;
    flex: 0 1 auto;
    align-items: center;
    gap: 0.5rem;
    color: var(--_text-muted);
    white-space: nowrap;
  }

  .parts {
    margin-block-end: calc(var(--_space) * 1.5);
  }

  .next {
    margin-block-start: var(--_space);
  }

  .kinds {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    margin-block-start: var(--_space);
  }

  .kinds .button {
    inline-size: 100%;
    min-block-size: 4rem;
    justify-content: start;
    text-align: start;
  }

  .skeleton.line {
    min-block-size: 4rem;
  }

  .skeleton.panel,
  .place {
    min-block-size: 20rem;
  }
`;
