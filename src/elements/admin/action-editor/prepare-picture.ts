import { HERO_MEDIA_LIMIT } from '../../../domain/media/media-schema.js';

/** Why a file cannot be the picture of an action. */
export type PictureRefusal = 'too-large' | 'too-many-pixels' | 'not-an-image' | 'unreadable';

/** A picture that is ready to be carried or sent. */
export interface PreparedPicture {
  readonly blob: Blob;
  readonly width?: number;
  readonly height?: number;
}

export type PicturePreparation =
  ({ readonly ok: true } & PreparedPicture) | { readonly ok: false; readonly reason: PictureRefusal };

const TYPES = /^image\/(png|jpeg|webp|gif|avif|svg\+xml)$/;
const LONGEST_SIDE = 1600;

/** Drawings are text that a browser draws; only what is kept in the action itself may be one. */
export const isDrawing = (file: Blob): boolean => file.type === 'image/svg+xml';

/**
 * Makes a file ready. Photos and large pictures are drawn again, smaller, on this device, which also leaves out where
 * they were taken.
 *
 * @param limit - How many bytes it may have in the end.
 */
export async function preparePicture(file: Blob, limit: number): Promise<PicturePreparation> {
  if (!TYPES.test(file.type)) return { ok: false, reason: 'not-an-image' };
  if (file.size > HERO_MEDIA_LIMIT) return { ok: false, reason: 'too-large' };
  try {
    const prepared = isDrawing(file) ? { blob: file } : await drawAgain(file, limit);
    return prepared.blob.size > limit ? { ok: false, reason: 'too-large' } : { ok: true, ...prepared };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

async function drawAgain(file: Blob, limit: number): Promise<PreparedPicture> {
  const bitmap = await createImageBitmap(file);
  try {
    const isFine = file.type !== 'image/jpeg' && file.size <= limit;
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
