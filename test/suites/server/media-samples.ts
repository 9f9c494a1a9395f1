import { crc32, deflateSync } from 'node:zlib';

/** Files as their formats describe them, made byte by byte so that each can be broken in its own way. */

interface Sides {
  readonly width?: number;
  readonly height?: number;
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const uint16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);

function pngPart(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
}

/** A grey picture; `padding` makes it longer by a part that nobody reads. */
export function png({
  width = 40,
  height = 30,
  padding = 0,
}: Sides & { readonly padding?: number } = {}): Buffer {
  const header = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 0, 0, 0, 0])]);
  const lines = deflateSync(Buffer.alloc(Math.min(1_000_000, (width + 1) * height)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngPart('IHDR', header),
    ...(padding === 0 ? [] : [pngPart('gsPD', Buffer.alloc(padding - 12))]),
    pngPart('IDAT', lines),
    pngPart('IEND', Buffer.alloc(0)),
  ]);
}

/** A picture of exactly so many bytes. */
export const pngOf = (bytes: number): Buffer => png({ padding: bytes - png().length });

export const jpeg = ({ width = 40, height = 30 }: Sides = {}): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'),
    Buffer.from([0xff, 0xc0, 0, 11, 8]),
    ...[uint16(height), uint16(width)],
    Buffer.from([1, 1, 0x11, 0]),
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0xd9]),
  ]);

export const gif = ({ width = 40, height = 30 }: Sides = {}): Buffer => {
  const sides = Buffer.alloc(4);
  sides.writeUInt16LE(width, 0);
  sides.writeUInt16LE(height, 2);
  const picture = Buffer.from('2c0000000001000100000201440 03b'.replace(' ', ''), 'hex');
  return Buffer.concat([Buffer.from('GIF89a', 'latin1'), sides, Buffer.from([0, 0, 0]), picture]);
};

/** One pixel, as an encoder made it. */
export const webp = (): Buffer =>
  Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');

const box = (name: string, ...content: readonly Buffer[]): Buffer => {
  const data = Buffer.concat(content);
  return Buffer.concat([uint32(data.length + 8), Buffer.from(name, 'latin1'), data]);
};

/** `crop` says that next to nothing of the picture is shown. */
export function avif({
  width = 40,
  height = 30,
  crop = false,
}: Sides & { readonly crop?: boolean } = {}): Buffer {
  const sides = box('ispe', uint32(0), uint32(width), uint32(height));
  const clap = crop ? [box('clap', uint32(1), uint32(1), uint32(width - 1), Buffer.alloc(20))] : [];
  return Buffer.concat([
    box('ftyp', Buffer.from('avif\0\0\0\0avifmif1', 'latin1')),
    box('meta', uint32(0), box('iprp', box('ipco', sides, ...clap))),
    box('mdat', Buffer.from([1, 2, 3, 4])),
  ]);
}

export const mp4 = (bytes = 64): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isommp41', 'latin1')),
    box('moov', box('free')),
    box('mdat', Buffer.alloc(bytes)),
  ]);

const element = (id: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(id, 'hex'), Buffer.from([0x80 | data.length]), data]);

/** As a camera on a page records it: the last part does not know how long it is. */
export const webm = (): Buffer =>
  Buffer.concat([
    element('1a45dfa3', element('4282', Buffer.from('webm', 'latin1'))),
    Buffer.from('1853806701ffffffffffffff', 'hex'),
    element('1654ae6b', Buffer.from([0xec, 0x81, 0])),
  ]);

export const svg = (): Buffer =>
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

export const webPage = (): Buffer => Buffer.from('<!doctype html><script>alert(document.domain)</script>');

export const zip = (): Buffer => Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
