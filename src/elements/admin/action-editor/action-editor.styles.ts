import { css } from 'lit';

/** The form: panels, pairs of fields, two versions side by side, and the bar that saves. */
export const styles = css`
  .layout {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }

  form {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
  }

  .panel,
  .conflict,
  .tips {
    display: grid;
    gap: calc(var(--_space) * 1.125);
    grid-template-columns: minmax(0, 1fr);
    padding: calc(var(--_space) * 1.25);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  .conflict {
    border-color: var(--_warning);
    background: var(--_warning-soft);
  }

  textarea.line {
    min-block-size: 2.75rem;
    resize: none;
  }

  .note,
  .counter {
    margin-block-start: -0.875rem;
    color: var(--_text-muted);
    font-size: 0.9375em;
  }

  .counter {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .counter.over {
    color: var(--_danger);
    font-weight: 600;
  }

  .pair {
    display: grid;
    gap: var(--_space);
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    align-items: start;
  }

  .choices {
    display: grid;
    gap: 0 1rem;
    grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
  }

  .kind {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }

  .kind-icon {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    color: var(--_accent);
  }

  .upload {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
  }

  progress {
    inline-size: 100%;
    block-size: 0.625rem;
    accent-color: var(--_accent);
  }

  .moment {
    max-inline-size: 18rem;
  }

  .number {
    max-inline-size: 10rem;
  }

  .link {
    padding: 0.125rem 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }

  .summary ul,
  .tips ul {
    display: grid;
    gap: 0.375rem;
    padding-inline-start: 1.25rem;
    list-style: disc;
  }

  .tips summary {
    font-weight: 600;
    cursor: pointer;
  }

  .versions {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
  }

  .versions legend {
    margin-block-end: 0.375rem;
  }

  .version {
    display: grid;
    align-content: start;
    gap: 0.25rem;
    min-inline-size: 0;
    padding: 0.5rem 0.75rem 0.75rem;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    cursor: pointer;
  }

  .version.chosen {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .version .value {
    max-block-size: 14rem;
    overflow: auto;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .tall {
    min-block-size: 18rem;
  }
`;
