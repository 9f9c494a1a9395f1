import { html, type TemplateResult } from 'lit';

import type { ActionContent } from '../../../domain/action/action-schema.js';
import type { Side } from '../../../domain/action/compare-content.js';
import { media as mediaSchema } from '../../../domain/media/media-schema.js';
import type { Conflict } from './draft-state.js';
import type { EditorWords } from './editor-words.js';
import { fieldName } from './field-name.js';

interface ConflictActions {
  readonly choose: (side: Side, field?: string) => void;
  readonly save: () => void;
}

/** Both versions, field by field, and a choice for each. What is typed stays typed until it is saved. */
export const conflictPart = (
  mine: ActionContent,
  { theirs, sides }: Conflict,
  words: EditorWords,
  { choose, save }: ConflictActions,
): TemplateResult => html`
  <section class="conflict" part="conflict" aria-labelledby="conflict-title">
    <h3 id="conflict-title" tabindex="-1">${words.t('conflict.title')}</h3>
    <p>${words.t('conflict.text')}</p>
    <div class="row">
      <button type="button" class="button small" @click=${() => choose('mine')}>
        ${words.t('conflict.allMine')}
      </button>
      <button type="button" class="button small" @click=${() => choose('theirs')}>
        ${words.t('conflict.allTheirs')}
      </button>
    </div>
    ${Object.entries(sides).map(
      ([field, side]) =>
        html`<fieldset class="versions">
          <legend>${fieldName(words, field)}</legend>
          ${version('mine', field, side, words, choose, valueIn(mine, field))}
          ${version('theirs', field, side, words, choose, valueIn(theirs.content, field))}
        </fieldset>`,
    )}
    <div class="row">
      <button type="button" class="button primary" @click=${save}>${words.t('conflict.save')}</button>
    </div>
  </section>
`;

function version(
  side: Side,
  field: string,
  chosen: Side,
  words: EditorWords,
  choose: ConflictActions['choose'],
  value: unknown,
): TemplateResult {
  const text = describeValue(value, words);
  const shown = text === '' ? html`<em class="muted">${words.t('conflict.empty')}</em>` : text;
  return html`<label class="version ${side === chosen ? 'chosen' : ''}">
    <span class="choice">
      <input
        type="radio"
        name="side-${field}"
        .value=${side}
        .checked=${side === chosen}
        @change=${() => choose(side, field)}
      />
      <strong>${words.t(`conflict.${side}`)}</strong>
    </span>
    <span class="value" dir="auto">${shown}</span>
  </label>`;
}

const valueIn = (content: ActionContent, field: string): unknown =>
  Object.entries(content).find(([name]) => name === field)?.[1];

/** A value of any field as text for a person who has to choose. */
function describeValue(value: unknown, words: EditorWords): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return words.t(value ? 'conflict.yes' : 'conflict.no');
  if (typeof value === 'number') return words.number(value);
  if (typeof value === 'string') return value;
  const picture = mediaSchema.safeParse(value);
  if (picture.success) {
    const { alt } = picture.data;
    return alt === '' ? words.t('conflict.picture') : words.t('conflict.pictureNamed', { alt });
  }
  if (Array.isArray(value))
    return value.length === 0 ? '' : words.t('conflict.chosen', { count: value.length });
  return Object.values(value)
    .filter((part): part is number => typeof part === 'number')
    .map((part) => words.number(part))
    .join(', ');
}
