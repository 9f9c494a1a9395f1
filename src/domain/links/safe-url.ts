/** The longest link that is accepted, in characters. */
export const LINK_LIMIT = 2048;

/**
 * The link as the browser would follow it, or `undefined` where it must never be rendered or stored: anything but an
 * absolute `http:` or `https:` address, one that carries a user name or password, and one with characters that browsers
 * silently drop (white space and control characters), behind which another scheme could hide.
 */
export function safeUrl(link: string): string | undefined {
  if (link.length > LINK_LIMIT || !/^https?:\/\//i.test(link) || /[\p{Cc}\s\\]/u.test(link)) return undefined;
  const url = parseWithoutThrowing(link);
  if (url?.username !== '' || url.password !== '' || url.hostname === '') return undefined;
  // Encoding makes a link longer: what is accepted once must be accepted again.
  return url.href.length > LINK_LIMIT ? undefined : url.href;
}

/** The host of a safe link in words a person can check, such as `example.org`. */
export function linkHost(link: string): string | undefined {
  const safe = safeUrl(link);
  return safe === undefined ? undefined : new URL(safe).host.replace(/^www\./, '');
}

// `URL.parse` would do, but not in browsers that are two years old.
function parseWithoutThrowing(link: string): URL | null {
  try {
    return new URL(link);
  } catch {
    return null;
  }
}
