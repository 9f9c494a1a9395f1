import type { MediaType } from '@groundswell/elements/domain';

/**
 * Whether a file begins and ends as its format says: not cut off, and, where the format knows its own end, with nothing
 * hung on behind it that another program would read as something else. It walks over the parts of a file and never
 * decodes one, so that it costs no more than the file is long.
 */
export const isWholeFile = (type: MediaType, file: Buffer): boolean => CHECKS[type](file);

const CHECKS: Readonly<Record<MediaType, (file: Buffer) => boolean>> = {
  'image/png': isWholePng,
  'image/jpeg': isWholeJpeg,
  'image/gif': (file) => file.at(-1) === 0x3b,
  'image/webp': (file) => file.length >= 12 && nearestEven(file.readUInt32LE(4) + 8) === file.length,
  'image/avif': (file) => isWholeBoxFile(file, ['meta', 'mdat']),
  'video/mp4': (file) => isWholeBoxFile(file, ['moov', 'mdat']),
  'video/webm': isWholeWebm,
};

/** RIFF parts are padded to an even length, which the size at the beginning may or may not count. */
const nearestEven = (size: number): number => size + (size % 2);

/** PNG (W3C PNG, section 5): parts of length, name, data and check sum; the one named IEND is the last. */
function isWholePng(file: Buffer): boolean {
  let at = 8;
  while (at + 12 <= file.length) {
    const end = at + 12 + file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IEND') return end === file.length;
    at = end;
  }
  return false;
}

/** JPEG (ITU T.81, annex B): segments up to the start of the scan, and an end somewhere after it; cameras add more behind. */
function isWholeJpeg(file: Buffer): boolean {
  const [MARKER, START_OF_SCAN, END] = [0xff, 0xda, Buffer.from([0xff, 0xd9])];
  let at = 2;
  while (at + 4 <= file.length && file[at] === MARKER) {
    const name = file[at + 1];
    if (name === START_OF_SCAN) return file.lastIndexOf(END) > at;
    // Any number of filling bytes may stand before a marker.
    at += name === MARKER ? 1 : 2 + file.readUInt16BE(at + 2);
  }
  return false;
}

/**
 * ISO base media (ISO/IEC 14496-12): boxes of size and name, one after another, up to the end of the file; one with the
 * description and one with the data have to be among them.
 */
function isWholeBoxFile(file: Buffer, needed: readonly string[]): boolean {
  const names = new Set<string>();
  let at = 0;
  while (at < file.length) {
    const size = boxSize(file, at);
    if (size === undefined) return false;
    names.add(file.toString('latin1', at + 4, at + 8));
    at += size;
  }
  return at === file.length && needed.every((name) => names.has(name));
}

function boxSize(file: Buffer, at: number): number | undefined {
  if (at + 8 > file.length) return undefined;
  const size = file.readUInt32BE(at);
  if (size === 0) return file.length - at;
  if (size !== 1) return size < 8 ? undefined : size;
  if (at + 16 > file.length) return undefined;
  const long = Number(file.readBigUInt64BE(at + 8));
  return long < 16 ? undefined : long;
}

/** WebM (RFC 8794): elements of name, size and data; what was recorded live does not know its size. */
function isWholeWebm(file: Buffer): boolean {
  let at = 0;
  while (at < file.length) {
    const name = readVariable(file, at);
    const size = name === undefined ? undefined : readVariable(file, at + name.length);
    if (name === undefined || size === undefined) return false;
    const start = at + name.length + size.length;
    if (size.value === undefined) return start < file.length;
    at = start + size.value;
  }
  return at === file.length;
}

/** A number whose first byte says how long it is; without a value where all its bits are set, which means unknown. */
function readVariable(
  file: Buffer,
  at: number,
): { readonly length: number; readonly value: number | undefined } | undefined {
  const first = file[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > file.length) return undefined;
  let value = first & (0xff >> length);
  for (const byte of file.subarray(at + 1, at + length)) value = value * 256 + byte;
  return { length, value: value === 2 ** (7 * length) - 1 ? undefined : value };
}
