import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

/** A body that somebody may send to any address, and the headers that go with it. */
export interface HostileBody {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const json = (
  name: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): HostileBody => ({
  name,
  headers: { ...JSON_TYPE, ...headers },
  body,
});

const DEEP = 100_000;
const LARGE = 10_000_000;

/** In pieces of which each says its length, as it is sent where the whole length is not known. */
export function chunked(body: string | Uint8Array, size = 64_000): Uint8Array {
  const bytes = Buffer.from(body);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'));
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]);
}

const inChunks = { 'transfer-encoding': 'chunked' };
const typed = (type: string): Readonly<Record<string, string>> => ({ 'content-type': type });

export const hostileBodies = (): readonly HostileBody[] => [
  json('nothing', ''),
  json('arrays, 100,000 deep', '['.repeat(DEEP) + ']'.repeat(DEEP)),
  json('objects, 100,000 deep', '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP)),
  json('an open array, 100,000 deep', '['.repeat(DEEP)),
  json('10 MB in one text', `{"search":"${'a'.repeat(LARGE)}"}`),
  json('10 MB of white space', ' '.repeat(LARGE)),
  json('10 MB in chunks, of unknown length', chunked(`{"search":"${'a'.repeat(LARGE)}"}`), inChunks),
  json('30,000 chunks of one byte', chunked(`{"search":"${'a'.repeat(30_000)}"}`, 1), inChunks),
  json('30,000 members', `{${Array.from({ length: 30_000 }, (_, at) => `"m${at}":0`).join(',')}}`),
  json('30,000 numbers', `{"statuses":[${'0,'.repeat(30_000)}0]}`),
  json('a number of 60,000 digits', `{"limit":${'9'.repeat(60_000)}}`),
  json('the same name twice', '{"id":"a","id":"b","content":{"kind":"survey","kind":"canvassing"}}'),
  json('a prototype', '{"__proto__":{"isAdmin":true},"content":{"__proto__":{"isAdmin":true}}}'),
  json('a constructor', '{"constructor":{"prototype":{"isAdmin":true}}}'),
  json(
    'halves of characters',
    '{"title":"\\ud800","email":"\\udfff@example.org","content":{"kind":"survey","title":"\\ud800"}}',
  ),
  json(
    'zero characters',
    '{"title":"a\\u0000b","email":"a\\u0000@example.org","content":{"kind":"survey","title":"\\u0000"}}',
  ),
  json('broken UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d])),
  json('UTF-16', Buffer.from('{"title":"a"}', 'utf16le')),
  json(
    'UTF-16, and says so',
    Buffer.from('{"title":"a"}', 'utf16le'),
    typed('application/json; charset=utf-16'),
  ),
  json('a mark of the byte order', Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d])),
  json('another charset', '{"title":"a"}', typed('application/json; charset=nonsense')),
  json('gzip', gzipSync('{"title":"a"}'), { 'content-encoding': 'gzip' }),
  json('a gzip bomb', gzipSync(Buffer.alloc(LARGE)), { 'content-encoding': 'gzip' }),
  json('deflate', deflateSync('{"title":"a"}'), { 'content-encoding': 'deflate' }),
  json('brotli', brotliCompressSync('{"title":"a"}'), { 'content-encoding': 'br' }),
  json('gzip that is none', '{"title":"a"}', { 'content-encoding': 'gzip' }),
  json('a body that is waited for', '{"title":"a"}', { expect: '100-continue' }),
  json('an expectation that nobody has', '{"title":"a"}', { expect: 'the-impossible' }),
  { name: 'no type', headers: {}, body: '{"title":"a"}' },
  ...[
    ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/html'],
    ...[
      'application/problem+json',
      'application/json, text/plain',
      'application/jsonp',
      'x',
      '*/*',
      ';',
      'é',
    ],
  ].map((type) => ({ name: `the type ${type}`, headers: typed(type), body: '{"title":"a"}' })),
];

/** What is hardly HTTP, or not at all: the whole request, and whether the connection is closed behind it. */
export interface BrokenRequest {
  readonly name: string;
  readonly text: string;
  readonly ends?: boolean;
}

const start = (line: string, ...headers: readonly string[]): string =>
  [line, 'host: server.example', ...headers, '', ''].join('\r\n');

/** To an address that takes a body, from somebody who may. */
export function brokenRequests(path: string, authorization: string): readonly BrokenRequest[] {
  const may = ['connection: close', 'content-type: application/json', `authorization: ${authorization}`];
  const post = (name: string, body: string, ...headers: readonly string[]): BrokenRequest => ({
    name,
    text: start(`POST ${path} HTTP/1.1`, ...may, ...headers) + body,
    ends: true,
  });
  const line = (name: string, first: string): BrokenRequest => ({
    name,
    text: start(first, 'connection: close'),
  });
  return [
    post('a length below zero', '{}', 'content-length: -2'),
    post('a length in words', '{}', 'content-length: two'),
    post('a length in hexadecimal', '{}', 'content-length: 0x2'),
    post('a length with a sign', '{}', 'content-length: +2'),
    post('two lengths', '{}', 'content-length: 2', 'content-length: 3'),
    post('two lengths in one', '{}', 'content-length: 2, 2'),
    post('a length without end', '{}', `content-length: ${'9'.repeat(40)}`),
    post('a length and chunks', '0\r\n\r\n', 'content-length: 2', 'transfer-encoding: chunked'),
    post('more than the length', '{}GET /healthz HTTP/1.1\r\n\r\n', 'content-length: 2'),
    post('less than the length, then nothing more', '{', 'content-length: 200'),
    post('a chunk whose size is nonsense', 'zz\r\n{}\r\n0\r\n\r\n', 'transfer-encoding: chunked'),
    post('a chunk below zero', '-2\r\n{}\r\n0\r\n\r\n', 'transfer-encoding: chunked'),
    post('a chunk of a size that none has', 'ffffffffffffffffff\r\n{}', 'transfer-encoding: chunked'),
    post('a chunk that is shorter than it says', '5\r\n{}\r\n0\r\n\r\n', 'transfer-encoding: chunked'),
    post(
      'a chunk with a long remark',
      `2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
      'transfer-encoding: chunked',
    ),
    post('chunks without an end', '2\r\n{}\r\n', 'transfer-encoding: chunked'),
    post('a trailer', '2\r\n{}\r\n0\r\nx-trailer: 1\r\n\r\n', 'transfer-encoding: chunked'),
    post('another transfer encoding', '{}', 'transfer-encoding: nonsense'),
    post('two transfer encodings', '{}', 'transfer-encoding: gzip, chunked'),
    post('a space before the colon', '{}', 'content-length : 2'),
    post('a folded header', '{}', 'content-length: 2', 'x-folded: a', ' b'),
    post('a header without a colon', '{}', 'content-length: 2', 'nonsense'),
    post('a header with a zero character', '{}', 'content-length: 2', 'x-zero: a\u0000b'),
    post('a header of 20,000 characters', '{}', 'content-length: 2', `x-long: ${'a'.repeat(20_000)}`),
    post(
      '3,000 headers',
      '{}',
      'content-length: 2',
      ...Array.from({ length: 3000 }, (_, at) => `x-${at}: a`),
    ),
    post('a second host', '{}', 'content-length: 2', 'host: other.example'),
    post('a switch of protocols', '{}', 'content-length: 2', 'connection: upgrade', 'upgrade: websocket'),
    post('a switch to HTTP/2', '{}', 'content-length: 2', 'upgrade: h2c', 'http2-settings: AAMAAABkAAQAAP__'),
    { name: 'no host', text: `POST ${path} HTTP/1.1\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}` },
    {
      name: 'a host that is none',
      text: 'GET /v1/feed HTTP/1.1\r\nhost: a b<>\r\nconnection: close\r\n\r\n',
    },
    { name: 'HTTP/2', text: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', ends: true },
    { name: 'HTTP/0.9', text: `GET ${path}\r\n`, ends: true },
    { name: 'TLS', text: '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003', ends: true },
    { name: 'bytes without sense', text: '\u0000\u0001\u0002\r\n\r\n', ends: true },
    { name: 'empty lines only', text: '\r\n'.repeat(2000), ends: true },
    line('a method in lower case', `post ${path} HTTP/1.1`),
    line('a method that nobody has', `BREW ${path} HTTP/1.1`),
    line('TRACE', `TRACE ${path} HTTP/1.1`),
    line('CONNECT', 'CONNECT server.example:443 HTTP/1.1'),
    line('OPTIONS of everything', 'OPTIONS * HTTP/1.1'),
    line('a version that nobody has', `GET ${path} HTTP/9.9`),
    line('the address of another server', `GET http://other.example${path} HTTP/1.1`),
    line('an address of 15,000 characters', `GET ${path}?${'a'.repeat(15_000)} HTTP/1.1`),
    line('an address with control characters', `GET ${path}\u0007 HTTP/1.1`),
    line('an address that is badly escaped', 'GET /v1/feed/%zz%00%ED%A0%80 HTTP/1.1'),
    line('an address without a slash', 'GET v1/feed HTTP/1.1'),
    line('an address that climbs', 'GET /v1/../../../etc/passwd HTTP/1.1'),
    line('an address of slashes', `GET ${'/'.repeat(5000)} HTTP/1.1`),
    line('a path of 3,000 parts', `GET /v1${'/a'.repeat(3000)} HTTP/1.1`),
  ];
}
