import { ContextProvider } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';

import { clientContext } from '../../../context/client-context.js';
import { stringsContext } from '../../../context/strings-context.js';
import type { Client } from '../../../contract/client.js';
import type { Strings } from '../../../i18n/words.js';
import { applyAppearance, type Appearance } from './apply-appearance.js';

/**
 * Gives everything inside it a client, words and a look. Providers don't know of each other: two campaigns, themes and
 * languages work on one page. Set `lang` on it to choose the language of what is inside.
 *
 * @element action-provider
 * @slot - The elements that use the client.
 */
export class ActionProviderElement extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }

    :host([theme='light']) {
      color-scheme: light;
    }

    :host([theme='dark']) {
      color-scheme: dark;
    }

    /* A theme of its own needs a ground of its own: the page below may be of the other one. */
    :host([theme='light']),
    :host([theme='dark']) {
      display: block;
      background: var(--gs-surface, light-dark(#ffffff, #161c1c));
    }
  `;

  /** What the elements inside talk to. Only from script: an attribute never names a backend. */
  @property({ attribute: false }) client: Client | undefined;

  /** Words to use instead of the built-in ones, by key; any part of them. Text, never markup. */
  @property({ attribute: false }) strings: Strings | undefined;

  /** Colours, fonts and spaces by token name, such as `{ variables: { accent: '#6a1b9a' } }`, and the theme. */
  @property({ attribute: false }) appearance: Appearance | undefined;

  /** `light` or `dark`; otherwise the elements follow the `color-scheme` of the page around them. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';

  readonly #client = new ContextProvider(this, { context: clientContext });
  readonly #strings = new ContextProvider(this, { context: stringsContext });
  #applied: readonly string[] = [];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('client')) this.#client.setValue(this.client);
    if (changed.has('strings')) this.#strings.setValue(this.strings);
    if (changed.has('appearance')) {
      this.#applied = applyAppearance(this, this.appearance, this.#applied);
      if (this.appearance?.theme !== undefined) this.theme = this.appearance.theme;
    }
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}
