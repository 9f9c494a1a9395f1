import { css } from 'lit';

import { base } from '../../../styles/base.styles.js';
import { button } from '../../../styles/button.styles.js';
import { field } from '../../../styles/field.styles.js';
import { notice } from '../../../styles/notice.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';

const own = css`
  .panel {
    max-inline-size: 30rem;
    padding: 1.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  .row > .button {
    max-inline-size: 100%;
  }

  #code {
    max-inline-size: 12rem;
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.2em;
  }

  .other {
    padding-inline: 0.25rem;
    margin-inline-start: -0.25rem;
  }

  .again {
    font-variant-numeric: tabular-nums;
  }
`;

export const styles = [tokens, base, button, field, notice, own];
