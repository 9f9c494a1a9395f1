import { css } from 'lit';

import { base } from '../../../styles/base.styles.js';
import { button } from '../../../styles/button.styles.js';
import { notice } from '../../../styles/notice.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';

const own = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem;
  }

  .tools > * {
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  .tools input {
    flex: 1 1 14rem;
  }

  ::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  [hidden] {
    display: none;
  }

  .feed {
    display: grid;
    gap: var(--action-feed-gap, 1.25rem);
    grid-template-columns: minmax(0, 1fr);
    transition: opacity var(--_motion);
  }

  .feed[aria-busy='true'] {
    opacity: 0.6;
  }

  :host([layout='grid']) .feed {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
  }

  article {
    border-radius: var(--_radius);
    scroll-margin-block: 1rem;
  }

  .empty {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 3rem 1rem;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    text-align: center;
  }

  .empty-title {
    font-size: 1.125em;
    font-weight: 650;
  }

  .empty .button {
    margin-block-start: 0.5rem;
  }

  .end {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
  }

  .ghost {
    min-block-size: 15rem;
    border-radius: var(--_radius);
  }

  .opening {
    position: sticky;
    inset-block-end: 1rem;
    z-index: 1;
    margin-block-start: 1rem;
  }

  @media print {
    .tools {
      display: none;
    }
  }
`;

export const styles = [tokens, base, button, notice, own];
