import { css } from 'lit';

/** Notices (what happened, and a way on), badges, and the grey shapes that hold the place of what is loading. */
export const notice = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_text-muted);
    border-radius: var(--_radius-small);
    background: var(--_surface-sunken);
  }

  .notice > div {
    display: grid;
    gap: 0.25rem;
    flex: 1 1 14rem;
    min-inline-size: 0;
  }

  .notice.success {
    border-color: var(--_success);
    background: var(--_success-soft);
  }

  .notice.warning {
    border-color: var(--_warning);
    background: var(--_warning-soft);
  }

  .notice .title {
    font-weight: 650;
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    padding: 0.125em 0.625em;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: 0.8125em;
    font-weight: 600;
    line-height: 1.6;
    white-space: nowrap;
  }

  .badge.accent {
    background: var(--_accent-soft);
    color: var(--_accent-strong);
  }

  .badge.success {
    background: var(--_success-soft);
    color: var(--_success);
  }

  .badge.warning {
    background: var(--_warning-soft);
    color: var(--_warning);
  }

  .skeleton {
    border-radius: var(--_radius-small);
    background: var(--_surface-sunken);
    color: transparent;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .badge,
    .notice {
      border-color: CanvasText;
    }
  }
`;
