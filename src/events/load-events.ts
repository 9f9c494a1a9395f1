/** A part that an element loads only when it is needed did not arrive. Says so about the element itself: no bubbling. */
export class LoadErrorEvent extends CustomEvent<{ readonly tag: string; readonly reason: string }> {
  constructor(tag: string, reason: string) {
    super('load-error', { detail: { tag, reason } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'load-error': LoadErrorEvent;
  }
}
