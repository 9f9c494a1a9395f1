import { css } from 'lit';

/** Tables whose rows are bars as well. */
export const tableStyles = css`
  .tables {
    display: grid;
    gap: calc(var(--_space) * 1.25);
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    align-items: start;
  }

  .table {
    overflow-x: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  caption {
    padding: 0.75rem 1rem 0.25rem;
    font-weight: 650;
    text-align: start;
    overflow-wrap: anywhere;
  }

  th,
  td {
    padding: 0.5rem 1rem;
    border-block-start: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }

  @container (inline-size < 24rem) {
    th,
    td {
      padding-inline: 0.625rem;
    }
  }

  thead th {
    border-block-start: 0;
    color: var(--_text-muted);
    font-size: 0.875em;
    font-weight: 600;
  }

  tbody th {
    inline-size: 60%;
    font-weight: 400;
    overflow-wrap: break-word;
  }

  .number {
    text-align: end;
  }

  td.number {
    white-space: nowrap;
  }

  .bar {
    display: block;
    inline-size: 100%;
    block-size: 0.375rem;
    margin-block-start: 0.375rem;
    border-radius: 999px;
    background: var(--_surface-sunken);
  }

  .bar rect {
    fill: var(--_accent);
  }

  :host(:dir(rtl)) .bar,
  :host(:dir(rtl)) .columns {
    transform: scaleX(-1);
  }

  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
      border-radius: 0;
    }

    .bar rect {
      fill: CanvasText;
    }
  }
`;
