import { randomBytes } from 'node:crypto';

import { mayCall, ProblemError, type Caller } from '@groundswell/elements/contract';
import { decideMediaSize, MEDIA_PURPOSES, type Id } from '@groundswell/elements/domain';
import { Metadata } from '@tus/server';

import type { Database } from '../database/database.js';
import { toMediaPath } from './create-media-files.js';
import { finishUpload, refuseMedia, type Finishing } from './finish-upload.js';
import { addUpload, findMedia, forgetUpload, isReady, type MediaRow, type ReadyMedia } from './media-rows.js';
import type { MediaStorage } from './media-storage.js';
import {
  answerMedia,
  answerOffset,
  answerProblem,
  translateAnswer,
  UPLOAD_METHODS,
} from './upload-answers.js';
import { createUploadParts, UPLOADS_PATH } from './upload-parts.js';

export interface MediaUploadOptions {
  readonly database: Database;
  readonly storage: MediaStorage;
  /** Where parts are kept until a file is whole. Servers that answer for one another need the same folder. */
  readonly partsFolder: string;
  /** Who sent a request; null where it carries something that is not valid (any more). */
  readonly authenticate: (request: Request) => Promise<Caller | null>;
  /** Where the server is reached from outside, without a slash at its end; as the request says unless told. */
  readonly publicUrl?: string | undefined;
  /** How long an upload may take from its beginning, in milliseconds; a day unless told. */
  readonly life?: number;
  readonly now?: () => Date;
  /** A new id that nobody can guess, because knowing it is all it takes to see a file. */
  readonly newId?: () => Id;
  /** Told of what nobody foresaw. */
  readonly report?: (error: unknown) => void;
}

type Organizer = Caller & { readonly userId: Id };

/** How many uploads of an organization may be unfinished at once. */
const UNFINISHED_LIMIT = 100;

/**
 * Takes pictures and videos from organizers, in pieces that may be sent again after any interruption (tus 1.0.0 with
 * creation, creation with upload, expiration and termination). The answer to the last piece, and `GET` of the address of
 * the upload, is the file: `{ id, url, type, bytes, width, height }`. Somebody else's upload is not found.
 */
export function createMediaUploads(options: MediaUploadOptions): (request: Request) => Promise<Response> {
  const uploads = new MediaUploads(options);
  return async (request) => {
    try {
      return await uploads.answer(request);
    } catch (error) {
      if (error instanceof ProblemError) return answerProblem(error);
      options.report?.(error);
      return answerProblem(new ProblemError('internal'));
    }
  };
}

class MediaUploads {
  readonly #options: MediaUploadOptions;
  readonly #finishing: Finishing;

  constructor(options: MediaUploadOptions) {
    this.#options = options;
    const { database, storage, partsFolder } = options;
    this.#finishing = { database, storage, parts: createUploadParts(partsFolder) };
  }

  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const id = pathname.slice(UPLOADS_PATH.length + 1);
    if (
      !(UPLOAD_METHODS as readonly string[]).includes(request.method) ||
      (id === '') !== (request.method === 'POST')
    )
      return answerProblem(new ProblemError('unsupported'), {
        status: 405,
        allow: id === '' ? 'OPTIONS, POST' : UPLOAD_METHODS.filter((method) => method !== 'POST').join(', '),
      });
    const organizer = await this.#admit(request);
    if (id === '') return this.#create(request, organizer);
    const upload = await findMedia(this.#options.database, { orgId: organizer.campaignId, id });
    if (upload === undefined) throw new ProblemError('not-found');
    return isReady(upload) ? this.#answerReady(request, upload) : this.#continue(request, upload);
  }

  async #admit(request: Request): Promise<Organizer> {
    const caller = await this.#options.authenticate(request);
    if (caller === null || caller.role === 'visitor') throw new ProblemError('unauthenticated');
    if (!mayCall(caller, 'staff')) throw new ProblemError('forbidden');
    return caller;
  }

  async #create(request: Request, { campaignId, userId }: Organizer): Promise<Response> {
    const { now = () => new Date(), newId = unguessable, life = DAY, database } = this.#options;
    const { purpose, bytes } = readAnnouncement(request.headers);
    const at = now();
    const upload: MediaRow = {
      ...{ org_id: campaignId, id: newId(), state: 'uploading', purpose, bytes },
      ...{ type: null, width: null, height: null, sha256: null },
      ...{ created_by: userId, created_at: at.toISOString() },
      expires_at: new Date(at.getTime() + life).toISOString(),
    };
    if (!(await addUpload(database, upload, UNFINISHED_LIMIT))) throw new ProblemError('rate-limited');
    const response = await this.#pass(request, upload);
    if (!response.ok) await this.#forget(upload);
    return response;
  }

  async #continue(request: Request, upload: MediaRow): Promise<Response> {
    const { now = () => new Date() } = this.#options;
    if (upload.expires_at !== null && Date.parse(upload.expires_at) <= now().getTime())
      throw new ProblemError('gone');
    if (request.method === 'GET') return this.#finish(request, upload);
    const response = await this.#pass(request, upload);
    if (request.method === 'DELETE' && response.ok) await this.#forget(upload);
    return response;
  }

  /** Lets the protocol do its part, and ends the upload where that brought the last byte. */
  async #pass(request: Request, upload: MediaRow): Promise<Response> {
    // Without a host, so that it is right behind whatever stands in front of this server.
    const location = `${this.#options.publicUrl ?? ''}${UPLOADS_PATH}/${upload.id}`;
    const response = translateAnswer(await this.#finishing.parts.handle(request, upload, location));
    if (!response.ok || request.method === 'DELETE') return response;
    if (response.headers.get('upload-offset') !== String(upload.bytes) || request.method === 'HEAD') {
      if (upload.expires_at !== null)
        response.headers.set('upload-expires', new Date(upload.expires_at).toUTCString());
      return response;
    }
    await response.body?.cancel();
    return this.#finish(request, upload, request.method === 'POST' ? { location } : {});
  }

  async #finish(
    request: Request,
    upload: MediaRow,
    extra: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const media = await finishUpload(this.#finishing, upload);
    const url = `${this.#addressFor(request)}${toMediaPath({ orgId: media.org_id, id: media.id })}`;
    return answerMedia(media, url, { ...extra, 'upload-offset': String(media.bytes) });
  }

  /** What is finished cannot be sent again or taken back by the protocol: it may be in use. */
  #answerReady(request: Request, media: ReadyMedia): Response {
    if (request.method === 'HEAD') return answerOffset(media);
    if (request.method !== 'GET') throw new ProblemError('transition-refused');
    return answerMedia(
      media,
      `${this.#addressFor(request)}${toMediaPath({ orgId: media.org_id, id: media.id })}`,
    );
  }

  async #forget(upload: MediaRow): Promise<void> {
    await forgetUpload(this.#options.database, { orgId: upload.org_id, id: upload.id });
    await this.#finishing.parts.remove(upload.id);
  }

  #addressFor(request: Request): string {
    return this.#options.publicUrl ?? new URL(request.url).origin;
  }
}

const DAY = 86_400_000;

const unguessable = (): Id => randomBytes(16).toString('hex');

/** What an upload is for and how long it will be. What is not known is refused before anything is kept. */
function readAnnouncement(headers: Headers): Pick<MediaRow, 'purpose' | 'bytes'> {
  if (headers.has('upload-defer-length') || headers.has('upload-concat'))
    throw new ProblemError('unsupported');
  const length = headers.get('upload-length') ?? '';
  const purpose = MEDIA_PURPOSES.find((known) => known === readPurpose(headers.get('upload-metadata') ?? ''));
  if (!/^\d{1,15}$/.test(length))
    throw new ProblemError('invalid-input', { fields: [missing('upload-length')] });
  if (purpose === undefined) throw new ProblemError('invalid-input', { fields: [missing('purpose')] });
  const bytes = Number(length);
  const refusal = decideMediaSize(purpose, bytes);
  if (refusal !== undefined) throw refuseMedia(refusal, { purpose });
  return { purpose, bytes };
}

const missing = (path: string) => ({ path, code: 'required' }) as const;

function readPurpose(metadata: string): string | null | undefined {
  try {
    return Metadata.parse(metadata)['purpose'];
  } catch {
    return undefined;
  }
}
