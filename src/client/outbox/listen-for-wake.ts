type Listening = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

interface Page {
  readonly addEventListener?: Listening['addEventListener'];
  readonly removeEventListener?: Listening['removeEventListener'];
  readonly document?: Listening & { readonly hidden: boolean };
}

/** Tells when it is worth trying again: the network is back, or the person is. The answer stops it. */
export function listenForWake(wake: () => void): () => void {
  const page = globalThis as unknown as Page;
  const onVisible = () => {
    if (page.document?.hidden === false) wake();
  };
  page.addEventListener?.('online', wake);
  page.document?.addEventListener('visibilitychange', onVisible);
  return () => {
    page.removeEventListener?.('online', wake);
    page.document?.removeEventListener('visibilitychange', onVisible);
  };
}
