import { html, nothing, type TemplateResult } from 'lit';

import type { Client } from '../../../contract/client.js';
import type { ClientQuery } from '../../../controllers/client-query.js';
import type { ActionKind } from '../../../domain/action/action-kind.js';
import type { Action } from '../../../domain/action/action-schema.js';
import type { ManagerRoute, ManagerView } from '../../../events/manager-events.js';
import type { Strings } from '../../../i18n/words.js';
import { lazyView } from '../../shared/lazy-view.js';
import { queryView } from '../../shared/query-view.js';
import { statusBadge } from '../../shared/status-badge.js';
import { titleOf } from './action-row.js';
import type { ManagerPanels } from './manager-panels.js';
import type { ManagerWords } from './manager-words.js';

interface ViewOptions {
  readonly route: ManagerRoute;
  /** The kind of an action that is not saved yet. */
  readonly newKind: ActionKind | '';
  readonly query: ClientQuery<readonly [string | undefined], Action>;
  readonly panels: ManagerPanels;
  readonly host: { readonly client?: Client | undefined; readonly strings?: Strings | undefined };
  readonly menuOf: (action: Action) => TemplateResult;
  readonly go: (view: ManagerView) => void;
}

const PARTS = ['edit', 'publish', 'share', 'results'] as const;

/** One action: its title and state, the way back, its parts, and the part that is open. */
export function actionView(words: ManagerWords, options: ViewOptions): TemplateResult {
  const { route, newKind, query } = options;
  const action = route.actionId === '' ? undefined : query.value;
  const heading = action === undefined ? newHeading(newKind, words) : titleOf(action, words);
  return html`
    <button type="button" class="button quiet small back" part="back" @click=${() => options.go('list')}>
      <span class="arrow" aria-hidden="true">←</span> ${words.t('view.back')}
    </button>
    <header class="head one">
      <h2 id="heading" tabindex="-1" part="heading" dir="auto">${heading}</h2>
      ${action === undefined ? nothing : html`${statusBadge(action, words)} ${options.menuOf(action)}`}
    </header>
    ${
      route.actionId === ''
        ? nothing
        : html`<nav class="parts" aria-label=${words.t('view.views')}>
            ${PARTS.map(
              (view) =>
                html`<button
                  type="button"
                  aria-current=${view === route.view ? 'page' : nothing}
                  @click=${() => options.go(view)}
                >
                  ${words.t(`view.${view}`)}
                </button>`,
            )}
          </nav>`
    }
    ${route.view === 'edit' ? editor(words, options) : queryView(query, words, { skeleton: PANEL_SKELETON, ready: (loaded) => panel(loaded, words, options) })}
  `;
}

const newHeading = (kind: ActionKind | '', words: ManagerWords): string =>
  kind === '' ? words.t('common.loading') : words.t('view.new', { kind: words.t(`kind.${kind}`) });

/** The editor loads its action itself: it must not be taken away while a newer version is on its way. */
const editor = (
  words: ManagerWords,
  { route, newKind, panels, host, go }: ViewOptions,
): TemplateResult => html`
  ${lazyView(
    panels.of('edit'),
    words,
    () =>
      html`<action-editor
        .actionId=${route.actionId}
        .kind=${newKind}
        .client=${host.client}
        .strings=${host.strings}
      ></action-editor>`,
  )}
  ${
    route.actionId === ''
      ? nothing
      : html`<p class="next">
          <button type="button" class="button" @click=${() => go('publish')}>${words.t('view.next')}</button>
        </p>`
  }
`;

function panel(action: Action, words: ManagerWords, { route, panels, host }: ViewOptions): unknown {
  const { client, strings } = host;
  switch (route.view) {
    case 'publish':
      return lazyView(
        panels.of('publish'),
        words,
        () =>
          html`<publish-panel
            .actionId=${action.id}
            .action=${action}
            .client=${client}
            .strings=${strings}
          ></publish-panel>`,
      );
    case 'share':
      return lazyView(
        panels.of('share'),
        words,
        () =>
          html`<share-options
            .actionId=${action.id}
            .action=${action}
            .client=${client}
            .strings=${strings}
          ></share-options>`,
      );
    case 'results':
      return lazyView(
        panels.of('results'),
        words,
        () =>
          html`<results-panel
            .actionId=${action.id}
            .action=${action}
            .client=${client}
            .strings=${strings}
          ></results-panel>`,
      );
    case 'edit':
    case 'list':
      return nothing;
  }
}

const PANEL_SKELETON = html`<div class="stack"><div class="skeleton panel"></div></div>`;
