import type { Client } from '../../../contract/client.js';
import { getFeedAction, listFeed, type FeedAction } from '../../../contract/calls/feed.js';
import { resolveShareToken } from '../../../contract/calls/links.js';
import { chooseNext } from '../../../domain/action/choose-next.js';

const OFFERED = 3;

/** The action of an id, with what a share link opens; without an id, the action that the link leads to. */
export const loadPage = (
  client: Client,
  { id, shareToken }: { readonly id: string; readonly shareToken: string },
  signal: AbortSignal,
): Promise<FeedAction> =>
  id === ''
    ? client.call(resolveShareToken, { shareToken }, { signal })
    : client.call(getFeedAction, { id, ...(shareToken !== '' && { shareToken }) }, { signal });

/** A few actions to go on with. */
export async function loadOthers(
  client: Client,
  currentId: string,
  signal: AbortSignal,
): Promise<readonly FeedAction[]> {
  const { items } = await client.call(listFeed, { limit: 50 }, { signal });
  return chooseNext(items, currentId, OFFERED);
}
