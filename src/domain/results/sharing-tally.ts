import { NETWORKS } from '../sharing/network.js';
import type { ActionEvent } from './event-schema.js';
import { rateOf } from './rates.js';
import type { Performance } from './results-schema.js';
import { selectDeeds, selectEvents } from './select-events.js';

/**
 * Where an action was shared and what came of it. Every share is in exactly one network, copies and the device's own
 * share sheet included; clicks may come from nowhere that is known. Networks without a figure are left out.
 */
export function tallySharing(
  events: readonly ActionEvent[],
): Extract<Performance, { kind: 'social_sharing' }> {
  const deeds = selectDeeds(events, 'social_sharing');
  const shares = deeds.filter((deed) => deed.isPerform).map(({ result }) => result);
  const clicks = selectEvents(events, 'clicked');
  const byNetwork = NETWORKS.map((network) => ({
    network,
    shares: shares.filter((share) => share.network === network).length,
    clicks: clicks.filter((click) => click.network === network).length,
  })).filter((figures) => figures.shares > 0 || figures.clicks > 0);
  return {
    kind: 'social_sharing',
    byNetwork,
    copies: shares.filter(({ outcome }) => outcome === 'copied').length,
    nativeShares: shares.filter(({ network }) => network === 'native').length,
    cancelled: deeds.filter(({ result }) => result.outcome === 'cancelled').length,
    clicks: clicks.length,
    conversions: rateOf(selectEvents(events, 'converted').length, clicks.length),
  };
}
