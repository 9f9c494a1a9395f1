import { createHmac, timingSafeEqual } from 'node:crypto';

/** Fields of a form in the order in which they came; a name may be there more than once. */
export type FormFields = Iterable<readonly [name: string, value: string]>;

/**
 * The signature that Twilio puts on a request with a form: HMAC-SHA1, with the account's token as key, over the address
 * as it was called, followed by the name and value of each field in the order of their names. What is there twice counts
 * once. Source: "Validating Signatures from Twilio", https://www.twilio.com/docs/usage/security#validating-requests.
 */
export function signTwilioRequest(authToken: string, url: string, fields: FormFields): string {
  const parts = [...new Set([...fields].map(([name, value]) => JSON.stringify([name, value])))]
    .map((pair) => JSON.parse(pair) as [string, string])
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => name + value);
  return createHmac('sha1', authToken)
    .update(url + parts.join(''), 'utf8')
    .digest('base64');
}

/** By code unit, as Twilio's own libraries sort. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether a request comes from whoever knows the token. Takes as long for a wrong signature as for a right one. */
export function isSignedByTwilio(
  authToken: string,
  signature: string | null,
  { url, fields }: { readonly url: string; readonly fields: FormFields },
): boolean {
  // An account without a token signs nothing; anybody could sign with an empty one.
  if (signature === null || authToken === '') return false;
  const given = Buffer.from(signature);
  const expected = Buffer.from(signTwilioRequest(authToken, url, fields));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
