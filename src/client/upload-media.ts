import type { UploadedMedia, UploadOptions } from '../contract/client.js';
import { ClientError, isAbort } from '../contract/client-error.js';
import { safeUrl } from '../domain/links/safe-url.js';
import { readFailure } from '../http/read-failure.js';
import { sleep as realSleep } from './sleep.js';
import { withDeadline } from './with-deadline.js';
import type { RetryOptions } from './with-retry.js';
import type { Fetch } from './with-session.js';

/** How uploads reach a backend. */
export interface UploadRoute {
  /** Where the backend is, such as `https://api.example.org/v1`. */
  readonly base: string;
  /** What sends, and says who is asking. */
  readonly fetch: Fetch;
  readonly options: {
    /** How long one answer may take, in milliseconds; 15,000 unless told. */
    readonly timeout?: number;
    readonly retry?: RetryOptions | false;
  };
}

/** How much is sent at once, in bytes: what has to be sent again at the most, and how often somebody sees it move. */
const PIECE = 100_000;

const PROTOCOL = { 'tus-resumable': '1.0.0' } as const;

/**
 * Where files were left that could not be sent to the end, so that the same file goes on there: for the same purpose, and
 * at the same backend, because what says who is asking goes along.
 */
const left = new WeakMap<Blob, Map<string, string>>();

/**
 * Sends a file in pieces (tus 1.0.0, https://tus.io). What fails in passing is tried again from where the backend says
 * it stopped; after too many failures in a row it rejects, and the same file goes on from there when it is sent again.
 * An aborted upload is taken back.
 *
 * @throws ClientError `too-large` or `invalid-input` where the backend does not want the file; `unsupported` where it
 *   takes no files at all. An `AbortError` when the signal was aborted.
 */
export async function uploadMedia(
  route: UploadRoute,
  file: Blob,
  options: UploadOptions,
): Promise<UploadedMedia> {
  const upload = new Upload(route, file, options);
  const {
    attempts = 6,
    base = 500,
    limit = 8000,
    sleep = realSleep,
    random = Math.random,
  } = toRetry(route.options.retry);
  let best = -1;
  for (let failures = 0; ;) {
    try {
      return await upload.proceed();
    } catch (error) {
      if (options.signal?.aborted === true) upload.takeBack();
      if (options.signal?.aborted === true || isAbort(error))
        throw new DOMException('Stopped.', 'AbortError');
      if (!(error instanceof ClientError && error.isTransient)) {
        upload.forget();
        throw error;
      }
      failures = upload.offset > best ? 1 : failures + 1;
      best = Math.max(best, upload.offset);
      const asked = (error.details.retryAfter ?? 0) * 1000;
      if (failures >= attempts || asked > limit) throw error;
      await sleep(asked + random() * Math.min(limit, base * 2 ** (failures - 1)), options.signal).catch(
        () => undefined,
      );
    }
  }
}

const toRetry = (retry: RetryOptions | false = {}): RetryOptions =>
  retry === false ? { attempts: 1 } : retry;

class Upload {
  readonly #route: UploadRoute;
  readonly #file: Blob;
  readonly #options: UploadOptions;
  /** Where this file was left, by what for and at which backend. */
  readonly #left: Map<string, string>;
  readonly #place: string;
  /** How many bytes the backend is known to have. */
  offset = 0;

  constructor(route: UploadRoute, file: Blob, options: UploadOptions) {
    this.#route = route;
    this.#file = file;
    this.#options = options;
    this.#left = left.get(file) ?? new Map<string, string>();
    left.set(file, this.#left);
    this.#place = `${options.purpose} ${route.base}`;
  }

  /** Goes on from wherever it is, to the end. */
  async proceed(): Promise<UploadedMedia> {
    this.#options.signal?.throwIfAborted();
    const known = this.#left.get(this.#place);
    const isKnown = known !== undefined && (await this.#askOffset(known));
    const address = isKnown ? known : await this.#begin();
    this.#tell();
    while (this.offset < this.#file.size) {
      await this.#sendPiece(address);
      this.#tell();
    }
    const media = readMedia(await this.#send(address, { method: 'GET' }, (response) => response.json()));
    this.forget();
    return media;
  }

  /** Begins anew, should the same file be sent again. */
  forget(): void {
    this.#left.delete(this.#place);
  }

  /** Tells the backend that nothing more will come; it finds out by itself where it does not hear that. */
  takeBack(): void {
    const address = this.#left.get(this.#place);
    if (address === undefined) return;
    this.forget();
    void this.#route
      .fetch(address, { method: 'DELETE', headers: PROTOCOL, credentials: 'omit' })
      .catch(() => undefined);
  }

  async #begin(): Promise<string> {
    const headers = {
      'upload-length': String(this.#file.size),
      'upload-metadata': `purpose ${btoa(this.#options.purpose)}`,
    };
    const url = `${this.#route.base}/media`;
    const location = await this.#send(url, { method: 'POST', headers }, toLocation).catch(hasNoUploads);
    if (location === null) throw new ClientError('broken-contract');
    // Never anywhere but where the backend is: what says who is asking goes along.
    const address = new URL(location, url);
    if (address.origin !== new URL(url).origin) throw new ClientError('broken-contract');
    this.offset = 0;
    this.#left.set(this.#place, address.href);
    return address.href;
  }

  /** Whether the backend still has what was sent before. */
  async #askOffset(address: string): Promise<boolean> {
    try {
      this.offset = await this.#send(address, { method: 'HEAD' }, toOffset);
      return true;
    } catch (error) {
      if (!(error instanceof ClientError) || (error.code !== 'not-found' && error.code !== 'gone'))
        throw error;
      this.forget();
      return false;
    }
  }

  async #sendPiece(address: string): Promise<void> {
    const headers = {
      'upload-offset': String(this.offset),
      'content-type': 'application/offset+octet-stream',
    };
    const body = this.#file.slice(this.offset, this.offset + PIECE);
    const offset = await this.#send(address, { method: 'PATCH', headers, body }, toOffset);
    if (offset <= this.offset) throw new ClientError('broken-contract');
    this.offset = offset;
  }

  async #send<T>(
    url: string,
    { headers, ...init }: RequestInit,
    read: (response: Response) => T | Promise<T>,
  ): Promise<T> {
    const { fetch, options } = this.#route;
    try {
      return await withDeadline(options.timeout ?? 15_000, this.#options.signal, async (signal) => {
        const all = { ...PROTOCOL, ...(headers as Record<string, string>) };
        const response = await fetch(url, { ...init, headers: all, signal, credentials: 'omit' });
        if (response.ok) return read(response);
        const body: unknown = await response.json().catch(() => undefined);
        throw readFailure(response.status, body, response.headers.get('retry-after'), Date.now());
      });
    } catch (error) {
      throw error instanceof ClientError || isAbort(error)
        ? error
        : new ClientError('offline', {}, { cause: error });
    }
  }

  #tell(): void {
    this.#options.onProgress?.(this.offset / this.#file.size);
  }
}

/** A backend of somebody's own may take no files: there is no such address, or it does not take anything there. */
function hasNoUploads(error: unknown): never {
  const isAbsent =
    error instanceof ClientError && (error.code === 'not-found' || error.code === 'broken-contract');
  throw isAbsent ? new ClientError('unsupported', {}, { cause: error }) : error;
}

const toLocation = (response: Response): string | null => response.headers.get('location');

function toOffset(response: Response): number {
  const offset = Number(response.headers.get('upload-offset') ?? Number.NaN);
  if (!Number.isInteger(offset) || offset < 0) throw new ClientError('broken-contract');
  return offset;
}

/** What the backend made of the file, if it is what was agreed. */
function readMedia(answer: unknown): UploadedMedia {
  const { id, url, type, bytes, width, height } = (answer ?? {}) as Partial<
    Record<keyof UploadedMedia, unknown>
  >;
  const isSide = (side: unknown): side is number | null =>
    side === null || (Number.isInteger(side) && Number(side) > 0);
  if (typeof id !== 'string' || typeof url !== 'string' || safeUrl(url) === undefined)
    throw new ClientError('broken-contract');
  if (typeof type !== 'string' || !Number.isInteger(bytes) || !isSide(width) || !isSide(height))
    throw new ClientError('broken-contract');
  return { id, url, type, bytes: Number(bytes), width, height };
}
