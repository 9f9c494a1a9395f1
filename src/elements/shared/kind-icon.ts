import { svg, type SVGTemplateResult, html, type TemplateResult } from 'lit';

import type { ActionKind } from '../../domain/action/action-kind.js';

/** One line drawing per kind, on a grid of 24. */
const PATHS: { readonly [K in ActionKind]: SVGTemplateResult } = {
  peer_to_peer: svg`<path d="M4 5h16v11H10l-5 4v-4H4z"/><path d="M8 9h8M8 12h5"/>`,
  friend_to_friend: svg`<circle cx="8.5" cy="9" r="3"/><circle cx="16.5" cy="10" r="2.5"/><path d="M3 19c.5-3.5 2.8-5 5.5-5s5 1.5 5.5 5M14.5 15c3-.8 5.8.7 6.5 4"/>`,
  canvassing: svg`<path d="M4 11l8-7 8 7v9H4z"/><path d="M10 20v-6h4v6"/>`,
  social_sharing: svg`<circle cx="6" cy="12" r="2.5"/><circle cx="17.5" cy="6" r="2.5"/><circle cx="17.5" cy="18" r="2.5"/><path d="M8.2 10.9l7-3.7M8.2 13.1l7 3.7"/>`,
  video_stories: svg`<rect x="3" y="6" width="12" height="12" rx="2"/><path d="M15 11l6-3.5v9L15 13"/>`,
  survey: svg`<rect x="5" y="4" width="14" height="17" rx="2"/><path d="M9 4v-1h6v1M8.5 11l1.5 1.5 2.5-3M8.5 16h7"/>`,
  open_webpage: svg`<path d="M10 5H5v14h14v-5"/><path d="M13 4h7v7M20 4l-9 9"/>`,
  voter_registration: svg`<path d="M5 13h14l1 7H4z"/><path d="M8 13V4h8v9M10.5 8l1.2 1.2L14 7"/>`,
};

/** The drawing of a kind of action. Decorative: its name is always beside it. */
export const kindIcon = (kind: ActionKind): TemplateResult => html`
  <svg
    class="kind-icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${PATHS[kind]}
  </svg>
`;
