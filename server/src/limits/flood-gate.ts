import type { Rate } from './choose-limits.js';
import { toNetwork } from './fingerprint-address.js';

/** A first gate in memory, for what is too cheap to be counted in the database. */
export interface FloodGate {
  /** Lets one request of an address in; answers the seconds to wait where it has to stay outside, else 0. */
  enter(address: string): number;
}

/** Addresses that are remembered; the one that was away for the longest is forgotten first. */
const REMEMBERED = 10_000;

interface Supply {
  left: number;
  at: number;
}

/**
 * Gives each address a supply that is filled up all the time: many at once are fine, many for long are not. Each process
 * counts for itself.
 *
 * @param now - Milliseconds.
 */
export function createFloodGate({ max, per }: Rate, now: () => number): FloodGate {
  const supplies = new Map<string, Supply>();
  const perMillisecond = max / (per * 1000);
  return {
    enter: (address) => {
      const network = toNetwork(address);
      const at = now();
      const before = supplies.get(network) ?? { left: max, at };
      const left = Math.min(max, before.left + Math.max(0, at - before.at) * perMillisecond);
      supplies.delete(network);
      supplies.set(network, { left: Math.max(0, left - 1), at });
      if (supplies.size > REMEMBERED) supplies.delete(supplies.keys().next().value ?? '');
      return left >= 1 ? 0 : Math.ceil((1 - left) / perMillisecond / 1000);
    },
  };
}
