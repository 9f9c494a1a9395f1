import { css } from 'lit';

import { base } from '../../../styles/base.styles.js';
import { button } from '../../../styles/button.styles.js';
import { notice } from '../../../styles/notice.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';

const own = css`
  .panel {
    display: grid;
    justify-items: start;
    gap: 0.75rem;
    padding: 1.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  .panel > * {
    max-inline-size: 100%;
  }

  .leads {
    font-size: 1.125em;
    font-weight: 650;
  }

  .open {
    min-block-size: 3rem;
    margin-block-start: 0.25rem;
    transition: none;
  }

  h3:focus-visible {
    outline-offset: 4px;
  }
`;

export const styles = [tokens, base, button, notice, own];
