import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';

import { IMAGE_TYPES, VIDEO_TYPES, type MediaFacts, type MediaType } from '@groundswell/elements/domain';

import { isWholeFile } from './is-whole-file.js';

/** As much of a file as it takes to tell what it is, in bytes; file-type asks for at least 4,100. */
const BEGINNING = 8192;

const TYPES: readonly MediaType[] = [...IMAGE_TYPES, ...VIDEO_TYPES];

/**
 * What a file is by its content, whatever it is called. Nothing in it is decoded: its type is read from its beginning,
 * its sides from its header, and its parts are walked to the end. A file that is broken, cut off or not one thing only
 * has no type.
 */
export async function inspectMedia(file: Buffer): Promise<MediaFacts> {
  const nothing: MediaFacts = { type: undefined, bytes: file.length };
  const type = await findType(file);
  if (type === undefined || !isWholeFile(type, file)) return nothing;
  if (type === 'video/mp4' || type === 'video/webm') return { type, bytes: file.length };
  const size = findSize(type, file);
  return size === undefined ? nothing : { type, bytes: file.length, ...size };
}

async function findType(file: Buffer): Promise<MediaType | undefined> {
  try {
    const found = await fileTypeFromBuffer(file.subarray(0, BEGINNING));
    // A PNG that moves is a PNG.
    const mime = found?.mime === 'image/apng' ? 'image/png' : found?.mime;
    return TYPES.find((type) => type === mime);
  } catch {
    return undefined;
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function findSize(type: MediaType, file: Buffer): Size | undefined {
  if (type === 'image/avif') return findAvifSize(file);
  try {
    const { width, height, orientation } = imageSize(file);
    // Browsers turn a photo the way it was held, so its sides change places.
    return (orientation ?? 1) >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}

/**
 * The largest picture in an AVIF file (ISO/IEC 23008-12, `ispe`). What is cropped away has to be decoded all the same, so
 * a crop makes nothing smaller here.
 */
function findAvifSize(file: Buffer): Size | undefined {
  const end = file.indexOf('mdat');
  const header = end < 0 ? file : file.subarray(0, end);
  let largest: Size | undefined;
  for (
    let at = header.indexOf('ispe');
    at >= 0 && at + 16 <= header.length;
    at = header.indexOf('ispe', at + 4)
  ) {
    const found = { width: header.readUInt32BE(at + 8), height: header.readUInt32BE(at + 12) };
    if (largest === undefined || found.width * found.height > largest.width * largest.height) largest = found;
  }
  return largest;
}
