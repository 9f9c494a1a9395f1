import { css } from 'lit';

export const styles = css`
  section {
    display: grid;
    gap: calc(var(--_space) * 1.25);
    grid-template-columns: minmax(0, 1fr);
  }

  header {
    display: grid;
    gap: 0.375rem;
  }

  .links {
    display: grid;
    gap: calc(var(--_space) * 1.25);
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }

  .copy-row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .copy-row input {
    flex: 1 1 16rem;
    min-inline-size: 0;
    background: var(--_surface-sunken);
    text-overflow: ellipsis;
  }

  .faces {
    display: grid;
  }

  .faces > * {
    grid-area: 1 / 1;
  }

  .away {
    visibility: hidden;
  }

  .button.copied {
    border-color: var(--_success);
    background: var(--_success-soft);
    color: var(--_success);
  }

  .copy-failed {
    color: var(--_danger);
    font-size: 0.9375em;
    font-weight: 600;
  }

  .code {
    min-block-size: 3rem;
    max-block-size: 14rem;
    background: var(--_surface-sunken);
    font-family: ui-monospace, 'Cascadia Code', Menlo, Consolas, monospace;
    font-size: 0.8125em;
    line-height: 1.5;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .qr-figure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }

  .qr {
    inline-size: 9rem;
    max-inline-size: 100%;
    aspect-ratio: 1;
    border-radius: var(--_radius-small);
    forced-color-adjust: none;
  }

  figcaption {
    display: grid;
    flex: 1 1 11rem;
    justify-items: start;
    gap: 0.5rem;
    font-size: 0.9375em;
  }

  .qr-title {
    font-weight: 650;
  }

  details {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  summary {
    padding: 0.75rem 1rem;
    border-radius: var(--_radius);
    font-weight: 600;
    cursor: pointer;
  }

  details > div {
    display: grid;
    gap: calc(var(--_space) * 1.25);
    grid-template-columns: minmax(0, 1fr);
    padding: 0.25rem 1rem 1rem;
  }

  .place {
    block-size: 4.5rem;
  }

  .place.tall {
    block-size: 11rem;
  }

  @container (inline-size >= 46rem) {
    .body {
      display: grid;
      gap: calc(var(--_space) * 1.5);
      grid-template-columns: minmax(0, 3fr) minmax(18rem, 2fr);
      align-items: start;
    }
  }

  @container (inline-size < 46rem) {
    .body {
      display: grid;
      gap: calc(var(--_space) * 1.25);
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media print {
    details {
      display: none;
    }

    .qr {
      inline-size: 6cm;
    }

    .qr-figure {
      border: 0;
      break-inside: avoid;
    }
  }
`;
