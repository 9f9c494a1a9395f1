import { all, type JsonCase } from './json-corpus.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const around = (...bytes: readonly number[]): Uint8Array =>
  Uint8Array.from([...utf8('{"visibility":"public","x":"'), ...bytes, ...utf8('"}')]);
const WHOLE = '{"visibility":"public"}';

/** Whole bodies, where it matters how they begin, how they end, or in which bytes they are written. */
export const JSON_BODIES: readonly JsonCase[] = [
  ...all('valid', WHOLE, ` ${WHOLE}\r\n\t `, `\n${WHOLE}`),
  // A mark of the byte order may be ignored or refused (section 8.1).
  ...all('either', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(WHOLE)])),
  ...all(
    'invalid',
    '',
    ' ',
    '\n',
    '\u0000',
    `${WHOLE}${WHOLE}`,
    `${WHOLE} x`,
    `${WHOLE},`,
    `,${WHOLE}`,
    `\u0000${WHOLE}`,
  ),
  ...all(
    'invalid',
    `${WHOLE}\u0000`,
    WHOLE.slice(0, -1),
    WHOLE.slice(1),
    `)]}',${WHOLE}`,
    `while(1);${WHOLE}`,
    `(${WHOLE})`,
  ),
  ...all(
    'invalid',
    'visibility=public',
    '<?xml version="1.0"?>',
    '--x\r\n\r\n',
    'visibility: public',
    `callback(${WHOLE})`,
  ),
  // Other encodings than UTF-8.
  ...all(
    'invalid',
    Buffer.from(WHOLE, 'utf16le'),
    Buffer.from(`\ufeff${WHOLE}`, 'utf16le'),
    Buffer.from(WHOLE, 'utf16le').swap16(),
  ),
  ...all(
    'invalid',
    around(0xe9),
    around(0x80),
    around(0xff),
    around(0xfe, 0xff),
    around(0xe2, 0x82),
    around(0xf0, 0x9f, 0x92),
  ),
  // Longer than needed, halves of pairs, and beyond the last character.
  ...all(
    'invalid',
    around(0xc0, 0x80),
    around(0xc1, 0xbf),
    around(0xe0, 0x80, 0x80),
    around(0xf0, 0x80, 0x80, 0x80),
  ),
  ...all(
    'invalid',
    around(0xed, 0xa0, 0x80),
    around(0xed, 0xbf, 0xbf),
    around(0xf4, 0x90, 0x80, 0x80),
    around(0xf8, 0x88, 0x80, 0x80, 0x80),
  ),
  ...all(
    'valid',
    around(0xc3, 0xa9),
    around(0xf0, 0x9f, 0x92, 0xa9),
    around(0xef, 0xbf, 0xbf),
    around(0xc2, 0x80),
  ),
];
