import { html, nothing, type TemplateResult } from 'lit';

import type { Action } from '../../../domain/action/action-schema.js';
import { isImageSource } from '../../../domain/media/image-source.js';
import { isBlank } from '../../../domain/values/is-blank.js';
import { kindIcon } from '../../shared/kind-icon.js';
import { statusBadge } from '../../shared/status-badge.js';
import type { ManagerWords } from './manager-words.js';

interface RowOptions {
  /** Whether the list holds more than one kind, so that each row says its own. */
  readonly showsKind: boolean;
  readonly menu: TemplateResult;
  readonly open: (action: Action) => void;
}

const DAY = { year: 'numeric', month: 'short', day: 'numeric' } as const;

export const titleOf = ({ content }: Action, words: ManagerWords): string =>
  isBlank(content.title) ? words.t('manager.untitled') : content.title;

/** One action as a row of the table; a card where there is little room. Roles are spelled out, since cards undo them. */
export function actionRow(action: Action, words: ManagerWords, options: RowOptions): TemplateResult {
  const { content, visibility, updatedAt } = action;
  return html`<tr role="row">
    <td role="cell" class="what">
      ${thumbnail(action)}
      <div>
        <button type="button" class="title" part="title" dir="auto" @click=${() => options.open(action)}>
          <span>${titleOf(action, words)}</span>
        </button>
        <p class="about">
          ${options.showsKind ? html`<span>${words.t(`kind.${content.kind}`)}</span>` : nothing}
          ${
            action.featured
              ? html`<span class="badge accent"
                  ><span aria-hidden="true">★</span> ${words.t('manager.featured')}</span
                >`
              : nothing
          }
        </p>
      </div>
    </td>
    <td role="cell" class="state">${statusBadge(action, words)}</td>
    <td role="cell" class="visible">
      <span class="name">${words.t('manager.columnVisibility')}</span
      >${words.t(`manager.visible.${visibility}`)}
    </td>
    <td role="cell" class="updated">
      <span class="name">${words.t('manager.columnUpdated')}</span>
      <time datetime=${updatedAt}>${words.date(updatedAt, DAY)}</time>
    </td>
    <td role="cell" class="manage">${options.menu}</td>
  </tr>`;
}

function thumbnail({ content: { kind, media } }: Action): TemplateResult {
  return html`<div class="thumb" aria-hidden="true">
    ${
      media?.kind === 'image' && isImageSource(media.url)
        ? html`<img src=${media.url} alt="" loading="lazy" decoding="async" />`
        : kindIcon(kind)
    }
  </div>`;
}
