import { css } from 'lit';

/** A question before something that matters. */
export const confirmation = css`
  .confirmation {
    inline-size: min(30rem, 100% - 1.5rem);
    max-inline-size: none;
    margin: auto;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  .confirmation::backdrop {
    background: rgb(0 0 0 / 55%);
  }

  .confirmation h2 {
    font-size: 1.25em;
  }

  .confirmation p {
    margin-block: 0.5rem 1.25rem;
  }

  .confirmation .row {
    justify-content: end;
  }
`;
