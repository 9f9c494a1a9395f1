import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells when a person comes back to the page after they have left it. */
export class OnReturn implements ReactiveController {
  readonly #onBack: () => void;

  constructor(host: ReactiveControllerHost, onBack: () => void) {
    this.#onBack = onBack;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisible);
    addEventListener('focus', this.#onBack);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisible);
    removeEventListener('focus', this.#onBack);
  }

  readonly #onVisible = () => {
    if (document.visibilityState === 'visible') this.#onBack();
  };
}
