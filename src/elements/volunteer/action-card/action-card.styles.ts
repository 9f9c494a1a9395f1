import { css } from 'lit';

import { base } from '../../../styles/base.styles.js';
import { button } from '../../../styles/button.styles.js';
import { mediaFrame } from '../../../styles/media.styles.js';
import { notice } from '../../../styles/notice.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';

const own = css`
  :host {
    block-size: 100%;
  }

  .card {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    transition: border-color var(--_motion);
  }

  .card:hover {
    border-color: var(--_control-border);
  }

  .body {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: start;
    gap: 0.625rem;
    min-inline-size: 0;
    padding: var(--action-card-padding, 1.125rem 1.25rem 1.25rem);
  }

  .body > * {
    max-inline-size: 100%;
  }

  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }

  .title {
    font-size: 1.1875em;
    font-weight: 700;
    line-height: 1.3;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .description {
    max-inline-size: 70ch;
    color: var(--_text-muted);
    white-space: pre-line;
  }

  .clamped {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
  }

  .more {
    min-block-size: 1.75rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  .more:hover {
    text-decoration: underline;
  }

  .foot {
    display: grid;
    justify-items: start;
    gap: 0.875rem;
    inline-size: 100%;
    margin-block-start: auto;
    padding-block-start: 0.5rem;
  }

  .tip {
    inline-size: 100%;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_border);
    color: var(--_text-muted);
    font-size: 0.875em;
  }

  .text {
    white-space: pre-line;
  }

  .line {
    inline-size: 100%;
    block-size: 1.25em;
  }

  .line.short {
    inline-size: 55%;
  }

  .line.button-size {
    inline-size: 7rem;
    block-size: 2.75rem;
    margin-block-start: 0.5rem;
  }

  @container (min-width: 38rem) {
    .card {
      flex-direction: row;
    }

    .card > .media {
      flex: none;
      inline-size: min(38%, 20rem);
      aspect-ratio: auto;
      min-block-size: 14rem;
    }
  }

  .opening {
    position: sticky;
    inset-block-end: 1rem;
    z-index: 1;
    margin-block-start: 1rem;
  }

  @media print {
    .card {
      break-inside: avoid;
      box-shadow: none;
    }

    .clamped {
      display: block;
    }
  }
`;

export const styles = [tokens, base, button, notice, mediaFrame, own];
