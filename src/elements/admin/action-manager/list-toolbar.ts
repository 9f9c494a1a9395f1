import { html, type TemplateResult } from 'lit';

import { ACTION_SORTS } from '../../../contract/action-sort.js';
import type { ActionList } from '../../../contract/actions.js';
import { ACTION_STATUSES } from '../../../domain/action/action-schema.js';
import type { ActionListController, Sort, StatusFilter } from './action-list-controller.js';
import type { ManagerWords } from './manager-words.js';

const FILTERS: readonly StatusFilter[] = ['all', ...ACTION_STATUSES];

/** How many actions a status filter would show: all of them but the deleted ones, or those of one status. */
export function countOf(filter: StatusFilter, counts: ActionList['counts']): number {
  const { deleted: _deleted, ...kept } = counts;
  return filter === 'all' ? Object.values(kept).reduce((sum, count) => sum + count, 0) : counts[filter];
}

/** Status tabs with counts, search and sort. */
export const listToolbar = (list: ActionListController, words: ManagerWords): TemplateResult => html`
  <div class="toolbar">
    <div
      class="tabs"
      role="tablist"
      aria-label=${words.t('manager.filter')}
      @keydown=${(event: KeyboardEvent) => onTabKey(event, list)}
    >
      ${FILTERS.map((filter) => tab(filter, list, words))}
    </div>
    <div class="find">
      <label class="visually-hidden" for="search">${words.t('manager.search')}</label>
      <input
        id="search"
        type="search"
        autocomplete="off"
        maxlength="200"
        placeholder=${words.t('manager.search')}
        .value=${list.typed}
        @input=${(event: Event) => list.search((event.target as HTMLInputElement).value)}
      />
      <label class="sort">
        <span>${words.t('manager.sort')}</span>
        <select @input=${(event: Event) => list.sortBy((event.target as HTMLSelectElement).value as Sort)}>
          ${ACTION_SORTS.map(
            (sort) =>
              html`<option value=${sort} .selected=${sort === list.sort}>
                ${words.t(`manager.sort.${sort}`)}
              </option>`,
          )}
        </select>
      </label>
    </div>
  </div>
`;

function tab(filter: StatusFilter, list: ActionListController, words: ManagerWords): TemplateResult {
  const isChosen = filter === list.status;
  const counts = list.list?.counts;
  return html`<button
    type="button"
    role="tab"
    id="tab-${filter}"
    aria-selected=${isChosen}
    aria-controls="list"
    tabindex=${isChosen ? 0 : -1}
    @click=${() => list.filter(filter)}
  >
    ${filter === 'all' ? words.t('manager.all') : words.t(`status.${filter}`)}
    <span class="count">${counts === undefined ? '' : words.number(countOf(filter, counts))}</span>
  </button>`;
}

/** Arrow keys follow the direction of the text; Home and End go to the ends. */
function onTabKey(event: KeyboardEvent, list: ActionListController): void {
  const tabs = event.currentTarget as HTMLElement;
  const forward = getComputedStyle(tabs).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const at = FILTERS.indexOf(list.status);
  const { length } = FILTERS;
  const moves: Readonly<Record<string, number>> = {
    [forward]: (at + 1) % length,
    [backward]: (at - 1 + length) % length,
    Home: 0,
    End: length - 1,
  };
  const next = FILTERS[moves[event.key] ?? -1];
  if (next === undefined) return;
  event.preventDefault();
  list.filter(next);
  tabs.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
}
