import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly tone?: 'primary' | 'danger';
}

interface Question<Value extends string> {
  readonly title: string;
  readonly text: string;
  /** The way back; closing the dialog means the same. */
  readonly stay: string;
  readonly choices: readonly Choice<Value>[];
}

/** A second step before something that matters: a native dialog that says what it means. The focus begins on the way back. */
export class Confirmation implements ReactiveController {
  readonly #host: ReactiveElement;
  #question: Question<string> | undefined;
  #answer: (value: string | undefined) => void = () => undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Asks, and answers what was chosen; `undefined` for the way back. */
  ask<Value extends string>(question: Question<Value>): Promise<Value | undefined> {
    this.#answer(undefined);
    this.#question = question;
    this.#host.requestUpdate();
    return new Promise((resolve) => {
      this.#answer = (value) => resolve(value as Value | undefined);
    });
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (this.#question !== undefined && dialog?.isConnected === true && !dialog.open) dialog.showModal();
  }

  hostDisconnected(): void {
    this.#finish(undefined);
  }

  render(): TemplateResult {
    const question = this.#question;
    return html`<dialog
      class="confirmation"
      aria-labelledby="confirmation-title"
      aria-describedby="confirmation-text"
      @close=${() => this.#finish(undefined)}
    >
      ${
        question === undefined
          ? nothing
          : html`<h2 id="confirmation-title">${question.title}</h2>
              <p id="confirmation-text">${question.text}</p>
              <div class="row">
                <button type="button" class="button" @click=${() => this.#choose(undefined)}>
                  ${question.stay}
                </button>
                ${question.choices.map(
                  ({ value, label, tone }) =>
                    html`<button
                      type="button"
                      class="button ${tone ?? ''}"
                      @click=${() => this.#choose(value)}
                    >
                      ${label}
                    </button>`,
                )}
              </div>`
      }
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog.confirmation');
  }

  #choose(value: string | undefined): void {
    const dialog = this.#dialog;
    this.#finish(value);
    dialog?.close();
  }

  #finish(value: string | undefined): void {
    if (this.#question === undefined) return;
    this.#question = undefined;
    this.#answer(value);
    this.#host.requestUpdate();
  }
}
