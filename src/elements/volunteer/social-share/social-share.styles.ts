import { css } from 'lit';

import { base } from '../../../styles/base.styles.js';
import { button } from '../../../styles/button.styles.js';
import { field } from '../../../styles/field.styles.js';
import { notice } from '../../../styles/notice.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';

const own = css`
  .share {
    gap: 1.5rem;
  }

  .message,
  .part {
    display: grid;
    gap: 0.625rem;
    grid-template-columns: minmax(0, 1fr);
  }

  h3 {
    font-size: 1em;
  }

  .beneath {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    min-block-size: 2.25rem;
  }

  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    color: var(--_text-muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  .over {
    color: var(--_danger);
    font-weight: 600;
  }

  .link {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.625rem 0.625rem 0.625rem 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface-sunken);
  }

  .link a {
    flex: 1 1 14rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .networks {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 8rem), 1fr));
  }

  .networks .button {
    inline-size: 100%;
    block-size: 100%;
    text-align: center;
  }

  .qr-figure {
    display: grid;
    justify-items: start;
    gap: 0.5rem;
  }

  /* A camera needs dark on light, whatever the theme. */
  .qr {
    display: block;
    inline-size: min(100%, 14rem);
    aspect-ratio: 1;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    forced-color-adjust: none;
  }

  svg.qr {
    background: #fff;
    fill: #000;
  }

  .outcome {
    padding: 0.75rem 1rem;
    border-radius: var(--_radius-small);
    background: var(--_accent-soft);
    font-weight: 600;
  }
`;

export const styles = [tokens, base, button, field, notice, own];
