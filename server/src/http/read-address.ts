/** Where a request comes from, as the machines between say it. */
export interface AddressSource {
  /** The other end of the connection. */
  readonly socket: string | undefined;
  /** The header `X-Forwarded-For`, to which each proxy adds whom it has heard. */
  readonly forwarded: string | undefined;
}

/**
 * The address of whoever asks. Anybody can send `X-Forwarded-For`, so only as many of its entries are believed, from the
 * end, as there are proxies of ours.
 *
 * @returns An empty text where nothing is known.
 */
export function readAddress({ socket = '', forwarded }: AddressSource, trustedProxies: number): string {
  const heard = forwarded === undefined ? [] : forwarded.split(',').map((entry) => entry.trim());
  const chain = [...heard, socket];
  const index = Math.max(0, chain.length - 1 - trustedProxies);
  return trustedProxies === 0 ? socket : (chain[index] ?? socket);
}
