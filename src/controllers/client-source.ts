import type { ReactiveController, ReactiveElement } from 'lit';

import { clientContext } from '../context/client-context.js';
import type { Client } from '../contract/client.js';
import { ProvidedValue } from './provided-value.js';

let configured: Client | undefined;
const listeners = new Set<() => void>();

/** Sets the client of every element on the page that has none of its own and no provider around it. */
export function configure(options: { readonly client: Client | undefined }): void {
  configured = options.client;
  for (const listener of listeners) listener();
}

/** An element that talks to a backend. */
export type ClientHost = ReactiveElement & { client?: Client | undefined };

const sources = new WeakMap<ClientHost, ClientSource>();

/**
 * The client of an element: its own `client` property, else the nearest provider's, else the configured one, in whatever
 * order they arrive.
 */
export class ClientSource implements ReactiveController {
  readonly #host: ClientHost;
  readonly #provided: ProvidedValue<Client | undefined>;
  readonly #onConfigured = () => this.#host.requestUpdate();

  private constructor(host: ClientHost) {
    this.#host = host;
    host.addController(this);
    this.#provided = new ProvidedValue(host, clientContext);
  }

  /** The source of an element, shared by all its queries and commands. */
  static of(host: ClientHost): ClientSource {
    const known = sources.get(host) ?? new ClientSource(host);
    sources.set(host, known);
    return known;
  }

  get client(): Client | undefined {
    return this.#host.client ?? this.#provided.value ?? configured;
  }

  hostConnected(): void {
    listeners.add(this.#onConfigured);
  }

  hostDisconnected(): void {
    listeners.delete(this.#onConfigured);
  }
}
