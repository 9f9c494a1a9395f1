import { css } from 'lit';

/** What cannot be undone, and what went wrong on the organizer's side. Volunteers never see it. */
export const danger = css`
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }

  .button.danger:hover {
    background: var(--_danger-soft);
  }

  .notice.danger {
    border-color: var(--_danger);
    background: var(--_danger-soft);
  }

  .badge.danger {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
`;
