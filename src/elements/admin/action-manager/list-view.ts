import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { Action } from '../../../domain/action/action-schema.js';
import type { ActionList } from '../../../contract/actions.js';
import { queryView } from '../../shared/query-view.js';
import type { ActionListController } from './action-list-controller.js';
import { actionRow } from './action-row.js';
import { listToolbar } from './list-toolbar.js';
import type { ManagerWords } from './manager-words.js';

interface ListOptions {
  readonly heading: string;
  readonly createMenu: TemplateResult;
  readonly showsKind: boolean;
  readonly menuOf: (action: Action) => TemplateResult;
  readonly open: (action: Action) => void;
}

/** The ACTIONS tab: heading and "Create new", filters, and the table. */
export const listView = (
  list: ActionListController,
  words: ManagerWords,
  options: ListOptions,
): TemplateResult => html`
  <header class="head">
    <h2 id="heading" tabindex="-1" part="heading">${options.heading}</h2>
    ${options.createMenu}
  </header>
  ${listToolbar(list, words)}
  <div id="list" role="tabpanel" aria-labelledby="tab-${list.status}" tabindex="-1">
    ${content(list, words, options)}
  </div>
`;

/** The last list stays in place, dimmed, while the next one is on its way. */
function content(list: ActionListController, words: ManagerWords, options: ListOptions): unknown {
  const shown = list.list;
  if (!list.isCurrent && shown !== undefined && list.query.state.status !== 'failed') {
    return html`<div class="outdated" aria-busy="true">${table(shown, list, words, options)}</div>`;
  }
  return queryView(list.query, words, {
    skeleton: SKELETON,
    ready: (loaded) => table(loaded, list, words, options),
  });
}

function table(
  { items, total, nextCursor }: ActionList,
  list: ActionListController,
  words: ManagerWords,
  options: ListOptions,
): TemplateResult {
  if (items.length === 0) return empty(list, words);
  return html`
    <table role="table" part="table" aria-label=${options.heading}>
      <thead>
        <tr role="row">
          <th role="columnheader" scope="col">${words.t('manager.columnAction')}</th>
          <th role="columnheader" scope="col">${words.t('manager.columnStatus')}</th>
          <th role="columnheader" scope="col">${words.t('manager.columnVisibility')}</th>
          <th role="columnheader" scope="col">${words.t('manager.columnUpdated')}</th>
          <th role="columnheader" scope="col">
            <span class="visually-hidden">${words.t('manager.columnManage')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          items,
          ({ id }) => id,
          (action) =>
            actionRow(action, words, {
              showsKind: options.showsKind,
              menu: options.menuOf(action),
              open: options.open,
            }),
        )}
      </tbody>
    </table>
    <footer class="foot">
      <p class="muted">
        ${words.t(nextCursor === null ? 'manager.found' : 'manager.shown', {
          shown: words.number(items.length),
          count: total,
        })}
      </p>
      ${
        nextCursor === null
          ? nothing
          : html`<button
              type="button"
              class="button"
              part="more"
              aria-disabled=${list.isLoadingMore}
              @click=${() => void list.loadMore()}
            >
              ${words.t(list.isLoadingMore ? 'manager.loadingMore' : 'manager.more')}
            </button>`
      }
    </footer>
  `;
}

const empty = (list: ActionListController, words: ManagerWords): TemplateResult => html`
  <div class="empty" part="empty">
    <p class="title">${words.t(list.isFiltered ? 'manager.nothingFound' : 'manager.empty')}</p>
    <p class="muted">${words.t(list.isFiltered ? 'manager.nothingFoundText' : 'manager.emptyText')}</p>
    ${
      list.isFiltered
        ? html`<button type="button" class="button" @click=${() => list.showAll()}>
            ${words.t('manager.showAll')}
          </button>`
        : nothing
    }
  </div>
`;

const SKELETON = html`<div class="stack">
  ${Array.from({ length: 6 }, () => html`<div class="skeleton line"></div>`)}
</div>`;
