import { html, nothing, type TemplateResult } from 'lit';

import type { PublishWords } from './publish-words.js';

interface ConfirmOptions {
  /** How many people would see it now, where that has been counted. */
  readonly count: number | undefined;
  readonly confirm: () => void;
}

/**
 * The second step before something that can't be undone: a box to tick, and a button that does nothing without it.
 * Closing it in any other way changes nothing.
 */
export function confirmDialog({ count, confirm }: ConfirmOptions, words: PublishWords): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    form.closest('dialog')?.close();
    confirm();
  };
  const reset = (event: Event) => (event.currentTarget as HTMLElement).querySelector('form')?.reset();
  const cancel = (event: Event) => (event.currentTarget as HTMLElement).closest('dialog')?.close();
  return html`<dialog part="dialog" aria-labelledby="confirm" aria-describedby="confirm-text" @close=${reset}>
    <form @submit=${submit}>
      <h3 id="confirm">${words.t('publish.confirm')}</h3>
      <div id="confirm-text" class="confirm-text">
        <p>${words.t('publish.confirmText')}</p>
        ${count === undefined ? nothing : html`<p><strong>${words.t('publish.confirmCount', { count })}</strong></p>`}
      </div>
      <label class="choice">
        <input type="checkbox" name="understood" required />
        ${words.t('publish.confirmCheck')}
      </label>
      <div class="dialog-buttons">
        <button type="button" class="button" @click=${cancel}>${words.t('form.cancel')}</button>
        <button type="submit" class="button primary" part="confirm">${words.t('publish.confirmGo')}</button>
      </div>
    </form>
  </dialog>`;
}
