import { css } from 'lit';

/** The table of actions: cards where there is little room, rows where there is more. */
export const styles = css`
  table,
  tbody {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  tr {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem 1.25rem;
    align-items: center;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  td {
    padding: 0;
  }

  .what {
    display: flex;
    align-items: center;
    gap: 0.875rem;
    min-inline-size: 0;
  }

  .what > div:last-child {
    min-inline-size: 0;
  }

  .visible,
  .updated {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }

  .name {
    margin-inline-end: 0.375rem;
  }

  .visible .name::after,
  .updated .name::after {
    content: ':';
  }

  .what,
  .state,
  .manage {
    flex: 1 0 100%;
  }

  .manage > .button {
    inline-size: 100%;
  }

  .title {
    padding: 0.125rem 0;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    font-weight: 650;
    line-height: 1.35;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .title span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .title:hover {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.625rem;
    color: var(--_text-muted);
    font-size: 0.9375em;
  }

  .thumb {
    display: grid;
    flex: none;
    inline-size: 4rem;
    block-size: 3rem;
    overflow: hidden;
    border-radius: var(--_radius-small);
    background: var(--_accent-soft);
    color: var(--_accent);
    place-items: center;
  }

  .thumb img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .kind-icon {
    flex: none;
    inline-size: 1.625rem;
    block-size: 1.625rem;
  }

  .status {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
  }

  .when {
    color: var(--_text-muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  .when.failed {
    color: var(--_danger);
    font-weight: 600;
  }

  .outdated {
    opacity: 0.6;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    margin-block-start: var(--_space);
    font-variant-numeric: tabular-nums;
  }

  .empty {
    display: grid;
    gap: 0.5rem;
    justify-items: center;
    padding: calc(var(--_space) * 3) var(--_space);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    text-align: center;
  }

  .empty > .title {
    cursor: auto;
    font-size: 1.125em;
  }

  .empty > .muted {
    max-inline-size: 32rem;
  }
`;
