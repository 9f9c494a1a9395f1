import type { ReactiveControllerHost } from 'lit';

export type CopyOutcome = 'copied' | 'failed';

/** Copies text to the clipboard and remembers honestly what became of the last attempt. */
export class TextCopier {
  readonly #host: ReactiveControllerHost;
  #last: { readonly name: string; readonly outcome: CopyOutcome } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** What became of the last attempt, if it was about this name. */
  outcomeOf(name: string): CopyOutcome | undefined {
    return this.#last?.name === name ? this.#last.outcome : undefined;
  }

  /** Copies, where the page is allowed to; browsers refuse it on pages that are not secure and in some frames. */
  async copy(name: string, text: string): Promise<CopyOutcome> {
    const outcome = await write(text);
    this.#last = { name, outcome };
    this.#host.requestUpdate();
    return outcome;
  }
}

async function write(text: string): Promise<CopyOutcome> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}
