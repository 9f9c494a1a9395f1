import type { Media } from '../../../domain/media/media-schema.js';
import { preparePicture, type PictureRefusal } from './prepare-picture.js';

export type PictureReading =
  { readonly ok: true; readonly picture: Media } | { readonly ok: false; readonly reason: PictureRefusal };

/** A picture inside its own address may be so large, in bytes; larger ones are drawn again. */
const INLINE_LIMIT = 600_000;

/** Reads a file into a picture that carries itself in its address, for backends that keep no files. */
export async function readPicture(file: Blob): Promise<PictureReading> {
  const prepared = await preparePicture(file, INLINE_LIMIT);
  if (!prepared.ok) return prepared;
  try {
    return { ok: true, picture: toPicture(await toAddress(prepared.blob), prepared) };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

interface Seen {
  readonly blob: Pick<Blob, 'size'>;
  readonly width?: number | null;
  readonly height?: number | null;
}

/** A picture that nobody has described yet, cropped around its middle. */
export function toPicture(url: string, { blob, width, height }: Seen): Media {
  const sides = typeof width === 'number' && typeof height === 'number' ? { width, height } : {};
  return { url, alt: '', kind: 'image', bytes: blob.size, focalPoint: { x: 0.5, y: 0.5 }, ...sides };
}

function toAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(blob);
  });
}
