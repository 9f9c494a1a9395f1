import type { ReactiveElement } from 'lit';

/** An element inside another one's own root. */
export const findIn = (host: ReactiveElement, selector: string): HTMLElement | null =>
  host.renderRoot.querySelector<HTMLElement>(selector);
