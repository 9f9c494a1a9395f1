import { html, render } from 'lit';

import type { DemoPage } from './demo-page.js';
import { DEMO_WORDS } from './demo-words.js';
import type { PersonKey } from './people.js';

/** The demonstration's stand-in for signing in: a native dialog that asks who one is. */
export class PersonDialog {
  readonly #dialog = document.createElement('dialog');

  constructor(private readonly choose: (key: PersonKey) => void) {
    this.#dialog.className = 'demo-dialog';
    this.#dialog.setAttribute('aria-labelledby', 'demo-dialog-title');
    document.body.append(this.#dialog);
  }

  open(page: DemoPage): void {
    const words = DEMO_WORDS[page.language];
    render(
      html`
        <h2 id="demo-dialog-title">${words.whoAreYou}</h2>
        <p>${page.whyAsked}</p>
        <ul>
          ${page.people.map(
            ({ key, name }) => html`
              <li>
                <button
                  type="button"
                  aria-pressed=${key === page.person.key ? 'true' : 'false'}
                  ?autofocus=${key === page.person.key}
                  @click=${() => this.#answer(key)}
                >
                  <strong dir="auto">${name || words.roles[key]}</strong>
                  ${name ? html`<span>${words.roles[key]}</span>` : undefined}
                </button>
              </li>
            `,
          )}
        </ul>
        <button type="button" class="demo-cancel" @click=${() => this.#dialog.close()}>
          ${words.cancel}
        </button>
      `,
      this.#dialog,
    );
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  /** Closes first: focus returns to where it was, and what happens there next can move it on. */
  #answer(key: PersonKey): void {
    this.#dialog.close();
    this.choose(key);
  }
}
