import { css } from 'lit';

import { base } from '../../../styles/base.styles.js';
import { button } from '../../../styles/button.styles.js';
import { mediaFrame } from '../../../styles/media.styles.js';
import { notice } from '../../../styles/notice.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';

const own = css`
  .page {
    gap: 1.25rem;
    max-inline-size: var(--action-page-width, 44rem);
    margin-inline: auto;
  }

  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }

  h2 {
    font-size: 1.625em;
    font-weight: 750;
    letter-spacing: -0.02em;
  }

  .media {
    border-radius: var(--_radius);
  }

  .description,
  .tip {
    max-inline-size: 65ch;
  }

  .description,
  .text {
    white-space: pre-line;
  }

  .tip {
    padding-block-start: 0.875rem;
    border-block-start: 1px solid var(--_border);
    color: var(--_text-muted);
    font-size: 0.9375em;
  }

  .large {
    min-block-size: 3.25rem;
    padding-inline: 1.75em;
    font-size: 1.0625em;
  }

  .back {
    justify-self: start;
    margin-inline-start: -0.75em;
  }

  .thanks {
    display: grid;
    gap: 0.25rem;
    padding: 1.25rem;
    border-radius: var(--_radius);
    background: var(--_success-soft);
    color: var(--_success);
  }

  .thanks p {
    color: var(--_text);
  }

  .thanks.waiting {
    background: var(--_warning-soft);
    color: var(--_warning);
  }

  .others {
    display: grid;
    gap: 0.75rem;
  }

  .others ul {
    display: grid;
    gap: 0.5rem;
  }

  .other {
    display: flex;
    align-items: center;
    gap: 0.875rem;
    inline-size: 100%;
    min-block-size: 3.25rem;
    padding: 0.625rem 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
    transition: border-color var(--_motion);
  }

  .other:hover {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }

  .other span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .other .kind-icon {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    color: var(--_accent);
  }

  .line {
    block-size: 1.25em;
  }

  .line.title-size {
    inline-size: 70%;
    block-size: 2em;
  }

  .line.short {
    inline-size: 45%;
  }

  .place {
    min-block-size: 18rem;
  }

  @media (forced-colors: active) {
    .thanks {
      border: 1px solid CanvasText;
    }
  }
`;

export const styles = [tokens, base, button, notice, mediaFrame, own];
