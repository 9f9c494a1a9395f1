import { css } from 'lit';

export const styles = css`
  article,
  section {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
  }

  article {
    gap: calc(var(--_space) * 2);
  }

  header {
    display: grid;
    gap: 0.25rem;
  }

  .title {
    display: -webkit-box;
    overflow: hidden;
    font-weight: 600;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .as-of {
    min-block-size: 1.5em;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  .bar-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
  }

  .figures {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(auto-fit, minmax(min(8.25rem, 100%), 1fr));
  }

  .figure {
    display: grid;
    align-content: start;
    gap: 0.125rem;
    padding: 0.875rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    break-inside: avoid;
  }

  dt {
    color: var(--_text-muted);
    font-size: 0.9375em;
    font-weight: 600;
  }

  .value {
    font-size: 1.875rem;
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    letter-spacing: -0.02em;
    line-height: 1.2;
  }

  .note,
  .definition {
    color: var(--_text-muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
  }

  .definition {
    margin-block-start: 0.375rem;
    padding-block-start: 0.375rem;
    border-block-start: 1px solid var(--_border);
  }

  .figure-place {
    block-size: 7.5rem;
    border-radius: var(--_radius);
  }

  figure {
    display: grid;
    gap: 0.5rem;
    break-inside: avoid;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    font-size: 0.9375em;
  }

  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
  }

  .most {
    margin-inline-start: auto;
  }

  .swatch {
    inline-size: 0.875rem;
    block-size: 0.875rem;
    border-radius: 0.1875rem;
  }

  .columns {
    inline-size: 100%;
    block-size: 10rem;
    border-block-end: 1px solid var(--_control-border);
    background: linear-gradient(var(--_border), var(--_border)) top / 100% 1px no-repeat;
  }

  .seen {
    background: var(--_control-border);
    fill: var(--_control-border);
  }

  .started {
    --_tint: color-mix(in srgb, var(--_accent) 50%, var(--_surface));

    background: var(--_tint);
    fill: var(--_tint);
  }

  .performs {
    background: var(--_accent);
    fill: var(--_accent);
  }

  .axis {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    font-size: 0.875em;
  }

  summary {
    inline-size: fit-content;
    padding-block: 0.375rem;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }

  .utc {
    padding-block-start: 0.5rem;
    font-size: 0.875em;
  }

  @media (forced-colors: active) {
    .swatch {
      forced-color-adjust: none;
    }

    .columns {
      forced-color-adjust: none;
    }
  }

  @media print {
    .table {
      overflow: visible;
      break-inside: avoid;
    }

    .columns,
    .swatch,
    .bar {
      print-color-adjust: exact;
    }
  }
`;
