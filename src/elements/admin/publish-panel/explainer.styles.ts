import { css } from 'lit';

/** The audience explainer: a number, and rules with bars. */
export const explainerStyles = css`
  .explainer {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
    padding: calc(var(--_space) * 1.25);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }

  .explainer-title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 0.75rem;
  }

  .explanation {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
    min-block-size: 15rem;
    align-content: start;
  }

  .updating .bar {
    opacity: 0.5;
  }

  .total {
    font-weight: 600;
  }

  .total strong {
    display: block;
    color: var(--_accent-strong);
    font-size: 2.5rem;
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    letter-spacing: -0.02em;
    line-height: 1.1;
  }

  .rules {
    display: grid;
    gap: 0.875rem;
  }

  .rules li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.125rem 0.75rem;
  }

  .rule-text {
    flex: 1 1 9rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .rule-text,
  .rule-count,
  .lost {
    unicode-bidi: plaintext;
  }

  .rule-count {
    font-variant-numeric: tabular-nums;
  }

  .lost {
    display: inline-block;
    margin-inline-start: 0.375em;
    color: var(--_text-muted);
    font-size: 0.875em;
  }

  .idle .rule-text,
  .idle .rule-count {
    color: var(--_text-muted);
    font-weight: 400;
  }

  .bar {
    transition: opacity var(--_motion);
    flex: 1 0 100%;
    inline-size: 100%;
    block-size: 0.5rem;
    border-radius: 999px;
    background: var(--_border);
  }

  :host(:dir(rtl)) .bar {
    transform: scaleX(-1);
  }

  .bar-before {
    fill: var(--_control-border);
    opacity: 0.45;
  }

  .bar-after {
    fill: var(--_accent);
  }

  .explainer .muted {
    font-size: 0.9375em;
  }

  @media (forced-colors: active) {
    .bar-before {
      fill: GrayText;
    }

    .bar-after {
      fill: Highlight;
    }
  }
`;
