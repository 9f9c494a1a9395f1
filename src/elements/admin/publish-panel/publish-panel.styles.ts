import { css } from 'lit';

export const styles = css`
  .panel {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    grid-template-columns: minmax(0, 1fr);
  }

  header {
    display: grid;
    gap: 0.375rem;
  }

  .layout {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }

  .form {
    display: grid;
    gap: calc(var(--_space) * 1.75);
    grid-template-columns: minmax(0, 1fr);
  }

  .missing {
    display: grid;
    gap: 0.5rem;
    padding: var(--_space);
    border: 1px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_warning-soft);
  }

  .missing li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    min-block-size: 2.25rem;
    border-block-start: 1px solid var(--_border);
  }

  .missing .muted {
    color: inherit;
  }

  .sharing {
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_border);
  }

  .heading-place {
    inline-size: min(18rem, 100%);
    block-size: 2rem;
    margin-block-end: 1rem;
  }

  .form-place {
    block-size: 26rem;
  }

  .explainer-place {
    block-size: 20rem;
  }

  .total-place {
    block-size: 4rem;
  }

  .rule-place {
    block-size: 2.25rem;
  }

  @container (inline-size >= 52rem) {
    .layout {
      grid-template-columns: minmax(0, 5fr) minmax(17rem, 3fr);
      gap: calc(var(--_space) * 2);
    }

    .explainer {
      position: sticky;
      inset-block-start: var(--_space);
    }
  }
`;
