import type { Change } from '../contract/changes.js';

/** Where a page tells of changes and hears of them, its own and those of other tabs. */
export interface SharedChanges {
  /** Tells of a change that was made in this page. */
  readonly announce: (change: Change) => void;
  /** Hears of every change from now on. The answer stops it. */
  readonly subscribe: (listener: (change: Change) => void) => () => void;
  readonly close: () => void;
}

/**
 * Carries changes to every listener in this page and, where the platform has a `BroadcastChannel`, to the other tabs of
 * the origin.
 *
 * @param channelName - Tabs with the same name hear each other; null keeps changes within this page.
 */
export function shareChanges(channelName: string | null): SharedChanges {
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change) => [...listeners].forEach((listener) => listener(change));
  const channel = channelName === null ? undefined : openChannel(channelName);
  channel?.addEventListener('message', (event: MessageEvent<Change>) => tell(event.data));
  return {
    announce: (change) => {
      channel?.postMessage(change);
      tell(change);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      channel?.close();
      listeners.clear();
    },
  };
}

/** A page without an origin of its own has none to share with. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
