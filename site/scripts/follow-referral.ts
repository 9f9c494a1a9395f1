import { recordClick, type Client } from '@groundswell/elements/contract';
import { linkHost, safeUrl } from '@groundswell/elements/domain';

/** Addresses that nobody can own: forwarding to them would end in an error page. */
const isInvented = (host: string): boolean => /(^|\.)example\.(com|org|net)$/.test(host);

/**
 * Somebody followed a personal link: counts the click for the person who shared it and goes on to what was shared. Links
 * of the invented campaign lead nowhere, so those stop here and say where a real one would have led.
 *
 * @param otherwise - What to do when the link is unknown.
 */
export async function followReferral(client: Client, code: string, otherwise: () => void): Promise<void> {
  const answer = await client.call(recordClick, { code }).catch(() => undefined);
  const url = answer === undefined ? undefined : safeUrl(answer.url);
  const host = url === undefined ? undefined : linkHost(url);
  if (url === undefined || host === undefined) {
    otherwise();
    return;
  }
  if (!isInvented(host)) {
    location.replace(url);
    return;
  }
  const stop = document.querySelector<HTMLElement>('[data-referral]');
  const address = stop?.querySelector('code');
  if (address) address.textContent = url;
  if (stop !== null) stop.hidden = false;
  document.querySelector('action-page')?.remove();
}
