import { ClientError } from '../contract/client-error.js';
import type { SessionToken } from '../contract/sign-in.js';

/** How long before its token expires a session asks for the next one, in milliseconds. */
const RENEWED_BEFORE = 5 * 60_000;
/** The longest that a timer can wait. */
const LONGEST_WAIT = 2 ** 31 - 1;

export interface SignInSessionOptions {
  /** Asks the backend for the next token, with the one that is good until now. */
  readonly renew: (token: string) => Promise<SessionToken>;
  readonly now?: (() => Date) | undefined;
  /** Told when a session has begun or is over. */
  readonly changed: () => void;
}

/**
 * The token of whoever has signed in, in memory alone. It is renewed before it expires, whether or not anybody calls,
 * and forgotten when the backend no longer takes it.
 */
export class SignInSession {
  readonly #options: SignInSessionOptions;
  #kept: SessionToken | undefined;
  #renewing: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SignInSessionOptions) {
    this.#options = options;
  }

  /** A token that is good now, or undefined where nobody is signed in. */
  async getToken(): Promise<string | undefined> {
    if (this.#kept !== undefined && this.#left(this.#kept) <= RENEWED_BEFORE) await this.#renew(this.#kept);
    return this.#kept?.token;
  }

  begin(token: SessionToken): void {
    this.#keep(token);
    this.#options.changed();
  }

  /** Forgets a token; one that has been replaced in the meantime is forgotten already. */
  end(token = this.#kept?.token): void {
    if (token === undefined || this.#kept?.token !== token) return;
    clearTimeout(this.#timer);
    this.#kept = undefined;
    this.#options.changed();
  }

  #keep(token: SessionToken): void {
    this.#kept = token;
    clearTimeout(this.#timer);
    const wait = Math.min(Math.max(this.#left(token) - RENEWED_BEFORE, 0), LONGEST_WAIT);
    // A session that is shorter than the time before its end cannot be renewed any further.
    if (wait > 0) this.#timer = setTimeout(() => void this.getToken(), wait);
  }

  #renew(old: SessionToken): Promise<void> {
    if (this.#left(old) <= 0) this.end(old.token);
    else this.#renewing ??= this.#ask(old).finally(() => (this.#renewing = undefined));
    return this.#renewing ?? Promise.resolve();
  }

  /** What fails in passing is tried again at the next call. */
  async #ask(old: SessionToken): Promise<void> {
    try {
      const next = await this.#options.renew(old.token);
      if (this.#kept === old) this.#keep(next);
    } catch (error) {
      if (error instanceof ClientError && error.code === 'unauthenticated') this.end(old.token);
    }
  }

  #left({ expiresAt }: SessionToken): number {
    return Date.parse(expiresAt) - (this.#options.now?.() ?? new Date()).getTime();
  }
}
