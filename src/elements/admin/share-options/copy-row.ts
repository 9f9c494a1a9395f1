import { html, nothing, type TemplateResult } from 'lit';

import type { TextCopier } from '../../../controllers/text-copier.js';
import { safeUrl } from '../../../domain/links/safe-url.js';
import type { SharingWords } from './share-options-words.js';

interface CopyRow {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** What the button does, for those who hear it without the label beside it. */
  readonly action: string;
  readonly copy: (id: string, text: string) => void;
}

type Words = SharingWords;

const outcome = ({ id }: CopyRow, copier: TextCopier, words: Words) =>
  copier.outcomeOf(id) === 'failed'
    ? html`<p class="copy-failed" role="alert">${words.t('links.copyFailed')}</p>`
    : nothing;

const copyButton = (row: CopyRow, copier: TextCopier, words: Words): TemplateResult => {
  const isCopied = copier.outcomeOf(row.id) === 'copied';
  return html`<button
    type="button"
    class="button ${isCopied ? 'copied' : ''}"
    part="copy"
    aria-label=${row.action}
    @click=${() => row.copy(row.id, row.text)}
  >
    <span class="faces" aria-hidden="true">
      <span class=${isCopied ? 'away' : ''}>${words.t('links.copy')}</span>
      <span class=${isCopied ? '' : 'away'}>✓ ${words.t('links.copied')}</span>
    </span>
  </button>`;
};

/** A link to read, to copy and to open. */
export function linkRow(row: CopyRow, copier: TextCopier, words: Words): TemplateResult {
  const href = safeUrl(row.text);
  return html`<div class="field">
    <label for=${row.id}>${row.label}</label>
    <div class="copy-row">
      <input
        id=${row.id}
        part="link"
        dir="ltr"
        readonly
        spellcheck="false"
        .value=${row.text}
        @focus=${(event: FocusEvent) => (event.currentTarget as HTMLInputElement).select()}
      />
      ${copyButton(row, copier, words)}
      ${
        href === undefined
          ? nothing
          : html`<a class="button quiet" href=${href} target="_blank" rel="noopener noreferrer">
              ${words.t('links.open')}<span class="visually-hidden">: ${row.label}</span>
            </a>`
      }
    </div>
    ${outcome(row, copier, words)}
  </div>`;
}

/** Code to read and to copy. It is text in every browser and in every page. */
export const codeRow = (
  row: CopyRow & { readonly hint: string },
  copier: TextCopier,
  words: Words,
): TemplateResult =>
  html`<div class="field">
    <label for=${row.id}>${row.label}</label>
    <p class="hint" id="${row.id}-hint">${row.hint}</p>
    <textarea
      id=${row.id}
      part="code"
      class="code"
      dir="ltr"
      rows="2"
      readonly
      spellcheck="false"
      aria-describedby="${row.id}-hint"
      .value=${row.text}
      @focus=${(event: FocusEvent) => (event.currentTarget as HTMLTextAreaElement).select()}
    ></textarea>
    <div>${copyButton(row, copier, words)}</div>
    ${outcome(row, copier, words)}
  </div>`;
