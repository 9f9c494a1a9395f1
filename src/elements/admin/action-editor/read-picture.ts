import { HERO_MEDIA_LIMIT, type Media } from '../../../domain/media/media-schema.js';

/** Why a file cannot be the picture of an action. */
export type PictureRefusal = 'too-large' | 'not-an-image' | 'unreadable';

export type PictureReading =
  { readonly ok: true; readonly picture: Media } | { readonly ok: false; readonly reason: PictureRefusal };

const TYPES = /^image\/(png|jpeg|webp|gif|avif|svg\+xml)$/;

/** A picture inside its own address may be so large, in bytes; larger ones are drawn again. */
const INLINE_LIMIT = 600_000;
const LONGEST_SIDE = 1600;

/**
 * Reads a file into a picture that carries itself in its address. Photos and large pictures are drawn again, smaller, on
 * this device, which also leaves out where they were taken.
 */
export async function readPicture(file: File): Promise<PictureReading> {
  if (!TYPES.test(file.type)) return { ok: false, reason: 'not-an-image' };
  if (file.size > HERO_MEDIA_LIMIT) return { ok: false, reason: 'too-large' };
  try {
    const { blob, width, height } = await prepare(file);
    if (blob.size > INLINE_LIMIT) return { ok: false, reason: 'too-large' };
    const url = await toAddress(blob);
    const size = width === undefined || height === undefined ? {} : { width, height };
    const focalPoint = { x: 0.5, y: 0.5 };
    return { ok: true, picture: { url, alt: '', kind: 'image', bytes: blob.size, focalPoint, ...size } };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

interface Prepared {
  readonly blob: Blob;
  readonly width?: number;
  readonly height?: number;
}

async function prepare(file: File): Promise<Prepared> {
  if (file.type === 'image/svg+xml') return { blob: file };
  const bitmap = await createImageBitmap(file);
  try {
    const isFine = file.type !== 'image/jpeg' && file.size <= INLINE_LIMIT;
    if (isFine) return { blob: file, width: bitmap.width, height: bitmap.height };
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
    return { blob: await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 }), width, height };
  } finally {
    bitmap.close();
  }
}

function toAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(blob);
  });
}
