import { html, nothing, type TemplateResult } from 'lit';

import { ACTION_KINDS, type ActionKind } from '../../../domain/action/action-kind.js';
import { kindIcon } from '../../shared/kind-icon.js';
import type { PopMenu } from '../../shared/pop-menu.js';
import type { ManagerWords } from './manager-words.js';

interface CreateOptions {
  readonly words: ManagerWords;
  /** The one kind that this manager is about; empty for all. */
  readonly kind: ActionKind | '';
  /** The kinds that the organization may create; not known yet while the session loads. */
  readonly kinds: readonly ActionKind[] | undefined;
  readonly create: (kind: ActionKind) => void;
}

const reasonFor = (kind: ActionKind, { kinds, words }: CreateOptions): string | undefined =>
  kinds?.includes(kind) === false ? words.t('manager.notOnPlan') : undefined;

/** "Create new" with a menu of kinds, or "Create …" where there is one kind. */
export function createMenu(menus: PopMenu, options: CreateOptions): TemplateResult {
  const { words, kind, create } = options;
  if (kind === '') {
    return menus.render({
      id: 'create',
      label: html`<span aria-hidden="true">+</span> ${words.t('manager.createNew')}`,
      tone: 'primary',
      entries: () =>
        ACTION_KINDS.map((each) => ({
          label: words.t(`kind.${each}`),
          icon: kindIcon(each),
          reason: reasonFor(each, options),
          run: () => create(each),
        })),
    });
  }
  const reason = reasonFor(kind, options);
  return html`<button
    type="button"
    class="button primary"
    ?disabled=${reason !== undefined}
    @click=${() => create(kind)}
  >
    <span aria-hidden="true">+</span>
    ${reason ?? words.t('manager.create', { kind: words.t(`kind.${kind}`) })}
  </button>`;
}

/** For a link to a new action that does not say of what kind. */
export const kindChoice = (options: CreateOptions, back: () => void): TemplateResult => html`
  <button type="button" class="button quiet small back" part="back" @click=${back}>
    <span class="arrow" aria-hidden="true">←</span> ${options.words.t('view.back')}
  </button>
  <h2 id="heading" tabindex="-1" part="heading">${options.words.t('manager.chooseKind')}</h2>
  <ul class="kinds">
    ${ACTION_KINDS.map((kind) => {
      const reason = reasonFor(kind, options);
      return html`<li>
        <button
          type="button"
          class="button"
          ?disabled=${reason !== undefined}
          @click=${() => options.create(kind)}
        >
          ${kindIcon(kind)}
          <span>${options.words.t(`kind.${kind}`)} ${reason === undefined ? nothing : `(${reason})`}</span>
        </button>
      </li>`;
    })}
  </ul>
`;
