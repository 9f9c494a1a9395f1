import type { ReactiveControllerHost } from 'lit';

import { emit } from '../events/event-families.js';
import { LoadErrorEvent } from '../events/load-events.js';

/** An element by tag, and how to fetch its registration file. */
export interface LazyTag {
  readonly tag: string;
  readonly load: () => Promise<unknown>;
}

/** Fetches the code of an element when it is first needed, and tells when it did not come. */
export class LazyElement {
  readonly #host: ReactiveControllerHost & EventTarget;
  #wanted: LazyTag | undefined;
  #status: 'idle' | 'loading' | 'failed' = 'idle';

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
  }

  get status(): 'idle' | 'loading' | 'ready' | 'failed' {
    if (this.#wanted !== undefined && customElements.get(this.#wanted.tag) !== undefined) return 'ready';
    return this.#status;
  }

  /** Makes an element ready to be used; does nothing when it is already. */
  async load(wanted: LazyTag): Promise<void> {
    this.#wanted = wanted;
    if (this.status === 'ready' || this.status === 'loading') return;
    this.#become('loading');
    try {
      await wanted.load();
      this.#become('idle');
    } catch (error) {
      this.#become('failed');
      emit(this.#host, new LoadErrorEvent(wanted.tag, String(error)));
    }
  }

  /** Tries the last one again. */
  retry(): void {
    if (this.#wanted !== undefined) void this.load(this.#wanted);
  }

  #become(status: 'idle' | 'loading' | 'failed'): void {
    this.#status = status;
    this.#host.requestUpdate();
  }
}
