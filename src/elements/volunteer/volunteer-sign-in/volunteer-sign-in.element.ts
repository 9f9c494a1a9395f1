import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Client } from '../../../contract/client.js';
import { ClientSource } from '../../../controllers/client-source.js';
import { WordsController } from '../../../controllers/words-controller.js';
import type { Strings } from '../../../i18n/words.js';
import { failureText } from '../../shared/failure-text.js';
import { findIn } from '../../shared/find-in.js';
import { notice } from '../../shared/notice.js';
import { codePart, emailPart } from './sign-in-parts.js';
import { SignInSteps } from './sign-in-steps.js';
import { signInWords } from './sign-in-words.js';
import { styles } from './volunteer-sign-in.styles.js';

const TITLES = { email: 'signIn.title', code: 'signIn.codeTitle', done: 'signIn.done' } as const;

/**
 * Signs somebody in with a code that is mailed to them; where the campaign is open to everybody, whoever is new gets an
 * account on the way. From then on its client is that person's.
 *
 * @element volunteer-sign-in
 * @csspart panel - The frame around everything.
 * @csspart title - The heading.
 * @csspart field - A field with its label and what is wrong with it.
 * @csspart submit - The button that sends the code, and the one that signs in.
 * @csspart have-code - The button that leads to the code without sending one, after too many were asked for.
 * @csspart again - The button that sends another code.
 * @csspart other-address - The button that leads back to the address.
 * @csspart notice - What is said when something is not possible.
 * @fires {SignedInEvent} signed-in - Somebody has signed in.
 * @fires {ClientFailedEvent} client-failed - The code could not be sent, or was not accepted.
 */
export class VolunteerSignInElement extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) client: Client | undefined;

  @property({ attribute: false }) strings: Strings | undefined;

  readonly #words = new WordsController(this, ...signInWords);
  readonly #source = ClientSource.of(this);
  readonly #steps = new SignInSteps(this);
  #focusOn: string | undefined;

  /** Puts the focus where somebody types next. */
  override focus(options?: FocusOptions): void {
    findIn(this, `#${this.#steps.at === 'done' ? 'title' : this.#steps.at}`)?.focus(options);
  }

  protected override updated(): void {
    if (this.#focusOn === undefined) return;
    findIn(this, this.#focusOn)?.focus();
    this.#focusOn = undefined;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { at, failure } = this.#steps;
    return html`<section class="panel stack" part="panel" aria-labelledby="title">
      <h2 id="title" part="title" tabindex="-1">${words.t(TITLES[at])}</h2>
      ${at === 'email' ? html`<p class="muted">${words.t('signIn.hint')}</p>` : nothing}
      <p role="status" class=${at === 'code' ? nothing : 'visually-hidden'}>${this.#said}</p>
      ${at === 'done' ? nothing : this.#renderForm(at)}
      ${
        failure === undefined
          ? nothing
          : notice({ tone: 'warning', text: failureText(words, failure), isAlert: true })
      }
      ${this.#source.client === undefined ? notice({ text: words.t('common.noClient') }) : nothing}
    </section>`;
  }

  #renderForm(at: 'email' | 'code'): TemplateResult {
    const parts = { steps: this.#steps, words: this.#words };
    return html`<form class="stack" novalidate @submit=${this.#onSubmit}>
      ${
        at === 'email'
          ? emailPart({ ...parts, onHaveCode: this.#onHaveCode })
          : codePart({ ...parts, onAgain: this.#onAgain, onBack: this.#onBack })
      }
    </form>`;
  }

  get #said(): string {
    const { at, mails } = this.#steps;
    if (at === 'done') return this.#words.t('signIn.done');
    if (at === 'email') return '';
    const email = this.#steps.email.trim();
    if (mails === 0) return this.#words.t('signIn.sentBefore', { email });
    return this.#words.t(mails > 1 ? 'signIn.sentAgain' : 'signIn.sent', { email });
  }

  /** Takes a step, and puts the focus where it leads: the next field, or the one that something is wrong with. */
  async #take(step: Promise<void>): Promise<void> {
    const { at: before } = this.#steps;
    await step;
    const { at, issue } = this.#steps;
    if (issue !== undefined) this.#moveFocus(`#${issue.field}`);
    else if (at !== before) this.#moveFocus(at === 'done' ? '#title' : `#${at}`);
  }

  #moveFocus(to: string): void {
    this.#focusOn = to;
    this.requestUpdate();
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { at } = this.#steps;
    void this.#take(at === 'email' ? this.#steps.send(this.#words.language) : this.#steps.confirm());
  };

  readonly #onHaveCode = () => {
    this.#steps.skipSending();
    this.#moveFocus(`#${this.#steps.at}`);
  };

  readonly #onAgain = () => {
    if (this.#steps.again.left === 0) void this.#take(this.#steps.send(this.#words.language));
  };

  readonly #onBack = () => {
    this.#steps.goBack();
    this.#moveFocus(`#${this.#steps.at}`);
  };
}
