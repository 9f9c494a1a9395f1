import { css } from 'lit';

/** What changes with the room there is: tighter tabs where there is little, rows and columns where there is more. */
export const styles = css`
  @container (inline-size < 30rem) {
    .tabs button,
    .parts button {
      padding-inline: 0.5rem;
      font-size: 0.9375em;
    }
  }

  @container (inline-size >= 48rem) {
    table {
      display: table;
      inline-size: 100%;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      border-spacing: 0;
      background: var(--_surface-raised);
    }

    thead {
      display: table-header-group;
      position: static;
      clip-path: none;
    }

    tbody {
      display: table-row-group;
    }

    tr {
      display: table-row;
      border: 0;
      border-radius: 0;
      background: none;
    }

    th {
      padding: 0.75rem 1rem;
      color: var(--_text-muted);
      font-size: 0.875em;
      font-weight: 600;
      text-align: start;
      white-space: nowrap;
    }

    td {
      padding: 0.75rem 1rem;
      border-block-start: 1px solid var(--_border);
      vertical-align: middle;
    }

    tbody tr:hover td {
      background: var(--_surface-sunken);
    }

    tbody tr:last-child td:first-child {
      border-end-start-radius: var(--_radius);
    }

    tbody tr:last-child td:last-child {
      border-end-end-radius: var(--_radius);
    }

    td.what {
      display: table-cell;
      inline-size: 45%;
    }

    .what > div {
      display: inline-grid;
      vertical-align: middle;
    }

    .what > div:last-child {
      inline-size: calc(100% - 5.25rem);
      margin-inline-start: 0.875rem;
    }

    .status {
      display: grid;
      justify-items: start;
    }

    .visible,
    .updated {
      white-space: nowrap;
    }

    td .name {
      display: none;
    }

    .pop-menu .name {
      display: inline;
    }

    .manage {
      text-align: end;
      white-space: nowrap;
    }

    .manage > .button {
      inline-size: auto;
    }
  }

  @media print {
    .toolbar,
    .manage,
    .foot .button {
      display: none;
    }
  }
`;
