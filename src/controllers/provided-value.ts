import { ContextEvent, type Context, type ContextCallback } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';

import { emit } from '../events/event-families.js';

/**
 * What the nearest provider around an element gives it, live. A provider that arrives after the element is asked as
 * soon as it does, so that the order in which a page defines things never matters.
 */
export class ProvidedValue<T> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #context: Context<unknown, T>;
  #value: T | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveElement, context: Context<unknown, T>) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  get value(): T | undefined {
    return this.#value;
  }

  hostConnected(): void {
    this.#ask();
    // Before anybody else hears it: a provider further out may keep it to itself.
    document.addEventListener('context-provider', this.#onProvider, true);
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#onProvider, true);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#value = undefined;
  }

  #ask(): void {
    emit(this.#host, new ContextEvent(this.#context, this.#host, this.#onValue, true));
  }

  readonly #onProvider = (event: Event) => {
    if ('context' in event && event.context === this.#context) this.#ask();
  };

  readonly #onValue: ContextCallback<T> = (value, unsubscribe) => {
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#value = value;
    this.#host.requestUpdate();
  };
}
