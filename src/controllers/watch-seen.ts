import type { FeedAction } from '../contract/feed.js';
import type { ClientHost } from './client-source.js';

export interface SeenOptions {
  /** What the element shows now. */
  readonly action: () => FeedAction | undefined;
  /** Who is told instead of the backend, if anybody is. */
  readonly seenBy?: () => ((action: FeedAction) => void) | undefined;
  readonly shareToken?: () => string | undefined;
}

/** Begins to watch what is seen. Its code comes after what there is to see; without it nothing else suffers. */
export async function watchSeen(host: ClientHost, options: SeenOptions): Promise<void> {
  try {
    const { SeenWatch } = await import('./seen-watch.js');
    new SeenWatch(host, options);
  } catch {
    // Not counting a view is better than disturbing it.
  }
}
