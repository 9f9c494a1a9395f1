import { exchangeCode, requestCode } from '../../../contract/calls/sign-in.js';
import type { CallOutput } from '../../../contract/call.js';
import type { ClientError } from '../../../contract/client-error.js';
import { ClientCommand } from '../../../controllers/client-command.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import { now } from '../../../controllers/clock.js';
import { readCode } from '../../../domain/sign-in/code.js';
import { normalizeEmail } from '../../../domain/sign-in/email.js';
import { SignedInEvent } from '../../../events/session-events.js';
import { Countdown } from './countdown.js';
import { signInIssue, type SignInIssue } from './sign-in-issue.js';

/** How long to look for a mail before asking for the next one, in seconds. */
const PATIENCE = 30;

type Address = { readonly email: string; readonly language: string };
type Attempt = { readonly email: string; readonly code: string };

/** The way of one person from their address over the code to being signed in. What they typed stays. */
export class SignInSteps {
  readonly again: Countdown;
  readonly #host: ClientHost;
  readonly #request: ClientCommand<Address, CallOutput<typeof requestCode>>;
  readonly #exchange: ClientCommand<Attempt, CallOutput<typeof exchangeCode>>;
  #at: 'email' | 'code' | 'done' = 'email';
  #issue: SignInIssue | undefined;
  #mails = 0;
  #mayHaveCode = false;
  email = '';
  code = '';

  constructor(host: ClientHost) {
    this.#host = host;
    this.again = new Countdown(host);
    this.#request = new ClientCommand(host, {
      run: (client, address, key) => client.call(requestCode, address, { key }),
    });
    this.#exchange = new ClientCommand(host, {
      run: (client, attempt) => client.call(exchangeCode, attempt),
      done: () => new SignedInEvent(),
    });
  }

  get at(): 'email' | 'code' | 'done' {
    return this.#at;
  }

  get issue(): SignInIssue | undefined {
    return this.#issue;
  }

  get isRunning(): boolean {
    return this.#request.isRunning || this.#exchange.isRunning;
  }

  /** What went wrong without anything being wrong with what was typed. */
  get failure(): ClientError | undefined {
    return this.#issue === undefined ? (this.#request.error ?? this.#exchange.error) : undefined;
  }

  /** Whether no more codes are sent for now, while one of before may still wait in the mailbox. */
  get mayHaveCode(): boolean {
    return this.#mayHaveCode;
  }

  /** How many mails were sent to this address. */
  get mails(): number {
    return this.#mails;
  }

  /** Asks for a code, the first one or another. */
  async send(language: string): Promise<void> {
    if (this.isRunning) return;
    this.#forgetOutcome();
    const email = this.#readEmail();
    if (email === undefined) return;
    if ((await this.#request.execute({ email, language })) === undefined) {
      if (this.#request.error?.code === 'rate-limited') this.#mayHaveCode = true;
      this.#explain(this.#request.error);
      return;
    }
    this.#at = 'code';
    this.#mayHaveCode = false;
    this.#mails += 1;
    this.again.start(PATIENCE);
  }

  /** On to the code without sending one, for somebody who has it already. */
  skipSending(): void {
    if (this.isRunning) return;
    this.#forgetOutcome();
    if (this.#readEmail() === undefined) return;
    this.#at = 'code';
    this.#host.requestUpdate();
  }

  /** Signs in with the code that was typed. */
  async confirm(): Promise<void> {
    if (this.isRunning) return;
    this.#forgetOutcome();
    const code = readCode(this.code);
    if (code === undefined) {
      this.#complain('code', 'signIn.codeMissing');
      return;
    }
    const email = normalizeEmail(this.email) ?? '';
    if ((await this.#exchange.execute({ email, code })) === undefined) {
      this.#explain(this.#exchange.error);
      return;
    }
    this.#at = 'done';
    this.#host.requestUpdate();
  }

  /** Back to the address, which can be changed now. */
  goBack(): void {
    if (this.isRunning) return;
    this.#forgetOutcome();
    this.#at = 'email';
    this.#mails = 0;
    this.code = '';
    this.again.start(0);
  }

  /** The address that was typed; where it is none, says so. */
  #readEmail(): string | undefined {
    const email = normalizeEmail(this.email);
    if (email === undefined)
      this.#complain('email', this.email.trim() === '' ? 'signIn.emailMissing' : 'signIn.emailWrong');
    return email;
  }

  #forgetOutcome(): void {
    this.#issue = undefined;
    this.#request.reset();
    this.#exchange.reset();
  }

  #explain(error: ClientError | undefined): void {
    if (error === undefined || this.#at === 'done') return;
    this.#issue = signInIssue(error, this.#at, now());
    if (this.#issue?.field === 'email') this.#at = 'email';
    if (this.#issue?.key === 'signIn.codeGone') this.again.start(0);
    this.#host.requestUpdate();
  }

  #complain(field: SignInIssue['field'], key: SignInIssue['key']): void {
    this.#issue = { field, key };
    this.#host.requestUpdate();
  }
}
