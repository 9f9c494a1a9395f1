import type { Id } from '@groundswell/elements/domain';

/** Where a file belongs: an organization, and its own id in it. Nothing that a person has typed is ever part of a path. */
export interface MediaPlace {
  readonly orgId: Id;
  readonly id: Id;
}

/** What is to be stored: the whole of a file, which is no larger than the limits of the product. */
export interface MediaContent {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
}

/** Bytes from the first to the last one, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Where uploaded files are kept once they are whole. */
export interface MediaStorage {
  /**
   * Keeps a file. When it resolves, the file survives the end of the process; before, nobody reads half of it. The same
   * file again in the same place changes nothing.
   *
   * @throws ProblemError `unavailable` where the storage cannot be reached or is full.
   */
  put(place: MediaPlace, content: MediaContent): Promise<void>;
  /** A file or a part of it; undefined where there is none. */
  get(place: MediaPlace, range?: ByteRange): Promise<ReadableStream<Uint8Array> | undefined>;
  /** Lets go of a file; there may be none. */
  delete(place: MediaPlace): Promise<void>;
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * The path of a file below the root of a storage.
 *
 * @throws RangeError where an id could lead anywhere else.
 */
export function toStoragePath({ orgId, id }: MediaPlace): string {
  if (!ID.test(orgId) || !ID.test(id)) throw new RangeError('This is no place for a file.');
  return `${orgId}/${id}`;
}
