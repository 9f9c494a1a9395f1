import { html, type TemplateResult } from 'lit';

import type { Client } from '../../../contract/client.js';
import type { FeedAction } from '../../../contract/feed.js';
import type { LazyTag } from '../../../controllers/lazy-element.js';
import type { ActionKind } from '../../../domain/action/action-kind.js';
import type { Strings } from '../../../i18n/words.js';

/** What a performing element is given. */
export interface PerformingParts {
  readonly action: FeedAction;
  readonly shareToken: string | undefined;
  readonly client: Client | undefined;
  readonly strings: Strings | undefined;
}

interface PerformingElement extends LazyTag {
  readonly render: (parts: PerformingParts) => TemplateResult;
}

/** Which element performs which kind: the only place that knows. A kind that is missing cannot be performed here yet. */
export const PERFORMING_ELEMENTS: { readonly [K in ActionKind]?: PerformingElement } = {
  social_sharing: {
    tag: 'social-share',
    load: () => import('../social-share/social-share.js'),
    render: ({ action, shareToken, client, strings }) => html`
      <social-share
        .action=${action}
        .shareToken=${shareToken}
        .client=${client}
        .strings=${strings}
      ></social-share>
    `,
  },
  open_webpage: {
    tag: 'open-webpage',
    load: () => import('../open-webpage/open-webpage.js'),
    render: ({ action, shareToken, client, strings }) => html`
      <open-webpage
        .action=${action}
        .shareToken=${shareToken}
        .client=${client}
        .strings=${strings}
      ></open-webpage>
    `,
  },
};
