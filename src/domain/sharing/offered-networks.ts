import { NETWORKS, type Network } from './network.js';
import { NETWORK_FACTS } from './share-target.js';

/**
 * The networks to offer as places to open: those that the action names, in its order, or all of them where it names none.
 * Copying, the QR code and the share menu of the device belong to the page and are always offered.
 */
export const offeredNetworks = (chosen: readonly Network[]): readonly Network[] =>
  [...new Set(chosen.length === 0 ? NETWORKS : chosen)].filter(
    (network) => NETWORK_FACTS[network].address !== undefined,
  );
