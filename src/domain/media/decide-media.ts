import { HERO_MEDIA_LIMIT, OUTGOING_IMAGE_LIMIT } from './media-schema.js';

/** What a file is for, which decides what it may be: at the top of an action, sent along with a message, or a logo. */
export const MEDIA_PURPOSES = ['hero', 'outgoing', 'logo'] as const;
export type MediaPurpose = (typeof MEDIA_PURPOSES)[number];

/** Pictures that every browser of the last two years shows. SVG is a document that can carry scripts, and is not among them. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'] as const;
export const VIDEO_TYPES = ['video/mp4', 'video/webm'] as const;
export type MediaType = (typeof IMAGE_TYPES)[number] | (typeof VIDEO_TYPES)[number];

/**
 * The longest side, and the most pixels of a picture: a small file can hold a picture that takes all the memory of a
 * phone, four bytes for each pixel.
 */
export const MEDIA_SIDE_LIMIT = 8192;
export const MEDIA_PIXEL_LIMIT = 25_000_000;

const RULES: Readonly<
  Record<MediaPurpose, { readonly bytes: number; readonly types: readonly MediaType[] }>
> = {
  hero: { bytes: HERO_MEDIA_LIMIT, types: [...IMAGE_TYPES, ...VIDEO_TYPES] },
  outgoing: { bytes: OUTGOING_IMAGE_LIMIT, types: IMAGE_TYPES },
  logo: { bytes: OUTGOING_IMAGE_LIMIT, types: IMAGE_TYPES },
};

/** How many bytes a file may have at the most. */
export const mediaLimit = (purpose: MediaPurpose): number => RULES[purpose].bytes;

/** Why a file cannot be used. */
export type MediaRefusal = 'empty' | 'too-large' | 'wrong-type' | 'too-many-pixels';

/** What a file turned out to be; without a type where it is nothing that is known here, without sides where it is a video. */
export interface MediaFacts {
  readonly type: MediaType | undefined;
  readonly bytes: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export type MediaDecision =
  { readonly ok: true; readonly type: MediaType } | { readonly ok: false; readonly reason: MediaRefusal };

/** Whether a file of so many bytes is worth sending at all, before anybody knows what is in it. */
export function decideMediaSize(purpose: MediaPurpose, bytes: number): MediaRefusal | undefined {
  if (bytes <= 0) return 'empty';
  return bytes > mediaLimit(purpose) ? 'too-large' : undefined;
}

/** Whether a file may be used for a purpose, judged by what is in it and never by its name. */
export function decideMedia(
  purpose: MediaPurpose,
  { type, bytes, width, height }: MediaFacts,
): MediaDecision {
  const size = decideMediaSize(purpose, bytes);
  if (size !== undefined) return { ok: false, reason: size };
  if (type === undefined || !RULES[purpose].types.includes(type)) return { ok: false, reason: 'wrong-type' };
  if (isVideoType(type)) return { ok: true, type };
  if (width === undefined || height === undefined || width < 1 || height < 1)
    return { ok: false, reason: 'wrong-type' };
  const isHuge = Math.max(width, height) > MEDIA_SIDE_LIMIT || width * height > MEDIA_PIXEL_LIMIT;
  return isHuge ? { ok: false, reason: 'too-many-pixels' } : { ok: true, type };
}

export const isVideoType = (type: MediaType): boolean => type.startsWith('video/');
