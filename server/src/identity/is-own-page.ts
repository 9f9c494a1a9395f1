/**
 * Whether a page of our own origin asks. Browsers say so themselves (`Sec-Fetch-Site`, which no page can set); where one
 * does not, its `Origin` has to be one of ours. Whoever says neither is no page.
 */
export function isOwnPage({ headers }: Pick<Request, 'headers'>, ownOrigins: readonly string[]): boolean {
  const site = headers.get('sec-fetch-site');
  return site === null ? ownOrigins.includes(headers.get('origin') ?? '') : site === 'same-origin';
}
