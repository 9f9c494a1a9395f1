import { ProblemError } from '@groundswell/elements/contract';

import type { Database } from '../database/database.js';
import { findMedia, isReady, type ReadyMedia } from './media-rows.js';
import type { MediaPlace, MediaStorage } from './media-storage.js';
import { readRange } from './read-range.js';
import { answerProblem } from './upload-answers.js';

export interface MediaFileOptions {
  readonly database: Database;
  readonly storage: MediaStorage;
  /** Told of what nobody foresaw. */
  readonly report?: (error: unknown) => void;
}

/** The path at which everybody who knows it sees a file. */
export const toMediaPath = ({ orgId, id }: MediaPlace): string => `/media/${orgId}/${id}`;

const PATH = /^\/media\/([A-Za-z0-9_-]{1,64})\/([A-Za-z0-9_-]{1,64})$/;

/** How a file is named where somebody keeps it: by its id, and by what it is. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/**
 * Shows files to everybody who knows their address, at `/media/{organization}/{id}`. A file never changes, so it is kept
 * for good by whoever has it. It is what its type says and nothing else: opened on its own, it can neither run anything
 * nor load anything.
 */
export function createMediaFiles(options: MediaFileOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await answer(request, options);
    } catch (error) {
      if (error instanceof ProblemError) return answerProblem(error);
      options.report?.(error);
      return answerProblem(new ProblemError('internal'));
    }
  };
}

async function answer(request: Request, { database, storage }: MediaFileOptions): Promise<Response> {
  const { method, headers: asked } = request;
  if (method !== 'GET' && method !== 'HEAD')
    return answerProblem(new ProblemError('unsupported'), { status: 405, allow: 'GET, HEAD' });
  const [, orgId, id] = PATH.exec(new URL(request.url).pathname) ?? [];
  if (orgId === undefined || id === undefined) throw new ProblemError('not-found');
  const media = await findMedia(database, { orgId, id });
  if (media === undefined || !isReady(media)) throw new ProblemError('not-found');
  const headers = describe(media);
  const etag = `"${media.sha256}"`;
  if (isKnown(asked.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const isStale = asked.has('if-range') && asked.get('if-range') !== etag;
  const part = readRange(method === 'HEAD' || isStale ? null : asked.get('range'), media.bytes);
  if (part.kind === 'outside') {
    headers.set('content-range', `bytes */${media.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { first, last } = part.kind === 'part' ? part.range : { first: 0, last: media.bytes - 1 };
  headers.set('content-length', String(last - first + 1));
  headers.set('content-type', media.type);
  if (part.kind === 'part') headers.set('content-range', `bytes ${first}-${last}/${media.bytes}`);
  const status = part.kind === 'part' ? 206 : 200;
  if (method === 'HEAD') return new Response(null, { status, headers });
  const body = await storage.get({ orgId, id }, part.kind === 'part' ? part.range : undefined);
  // The row says that it is there, so the storage must have lost it, or be another one.
  if (body === undefined) throw new ProblemError('not-found');
  return new Response(body, { status, headers });
}

const describe = ({ id, type, sha256 }: ReadyMedia): Headers =>
  new Headers({
    etag: `"${sha256}"`,
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-disposition': `inline; filename="${id}.${EXTENSIONS[type] ?? 'bin'}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });

/** Whether somebody has it already (RFC 9110, section 13.1.2: weak comparison). */
const isKnown = (header: string | null, etag: string): boolean =>
  header?.split(',').some((known) => known.trim() === '*' || known.trim().replace(/^W\//, '') === etag) ===
  true;
