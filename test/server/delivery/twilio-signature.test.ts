import { describe, expect, it } from 'vitest';

import { isSignedByTwilio, signTwilioRequest } from '../../../server/src/delivery/twilio-signature.js';

const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const fieldsFrom = (number: string): [string, string][] => [
  ['Digits', '1234'],
  ['CallSid', 'CA1234567890ABCDE'],
  ['To', '+18005551212'],
  ['Caller', number],
  ['From', number],
];

describe('the signature of a request with a form', () => {
  // The examples of Twilio's documentation over the years, each with the token 12345.
  it.each([
    ['+14158675309', 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['+14158675310', 'GvWf1cFY/Q7PnoempGyD5oXAezc='],
    ['+12349013030', '0/KCTR6DLpKmkAf8muzZqo1nDgQ='],
  ])('is the published one for a call from %s', (number, signature) => {
    expect(signTwilioRequest('12345', url, fieldsFrom(number))).toBe(signature);
    expect(isSignedByTwilio('12345', signature, { url, fields: fieldsFrom(number) })).toBe(true);
  });

  const signed = { url, fields: fieldsFrom('+14158675309') };
  const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';
  it.each([
    ['another token', '12346', signature, signed],
    ['another address', '12345', signature, { ...signed, url: `${url}&baz=3` }],
    ['another scheme', '12345', signature, { ...signed, url: url.replace('https', 'http') }],
    ['a field less', '12345', signature, { ...signed, fields: signed.fields.slice(1) }],
    [
      'a field more',
      '12345',
      signature,
      { ...signed, fields: [...signed.fields, ['Z', ''] as [string, string]] },
    ],
    ['another value', '12345', signature, { ...signed, fields: fieldsFrom('+14158675308') }],
    ['an empty token', '', signTwilioRequest('', signed.url, signed.fields), signed],
    ['no signature', '12345', null, signed],
    ['an empty signature', '12345', '', signed],
    ['a signature that is cut off', '12345', signature.slice(0, -1), signed],
    ['a longer signature', '12345', `${signature}=`, signed],
  ])('does not hold with %s', (_, token, given, request) => {
    expect(isSignedByTwilio(token, given, request)).toBe(false);
  });

  it('does not depend on the order in which the fields came, and counts twins once', () => {
    const fields = fieldsFrom('+14158675309').reverse();
    expect(signTwilioRequest('12345', url, [...fields, ['Digits', '1234']])).toBe(signature);
    const two: [string, string][] = [
      ['Media', 'b'],
      ['Media', 'a'],
    ];
    expect(signTwilioRequest('t', url, two)).toBe(signTwilioRequest('t', url, two.toReversed()));
    expect(signTwilioRequest('t', url, two)).not.toBe(signTwilioRequest('t', url, [['Media', 'ab']]));
  });
});
