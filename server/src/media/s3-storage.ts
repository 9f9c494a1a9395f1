import { AwsClient } from 'aws4fetch';

import { ProblemError } from '@groundswell/elements/contract';

import { toStoragePath, type MediaPlace, type MediaStorage } from './media-storage.js';

/** Any store that speaks the protocol of Amazon S3, addressed by path: `<endpoint>/<bucket>/<organization>/<id>`. */
export interface S3StorageOptions {
  /** Such as `https://s3.eu-central-1.amazonaws.com`, or `http://127.0.0.1:9000`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** How long one answer may take, in milliseconds; 30,000 unless told. */
  readonly timeout?: number;
  /** How often a request that failed in passing is sent again; 3 times unless told. */
  readonly retries?: number;
  /** Told what went wrong, without keys. */
  readonly report?: (error: unknown) => void;
}

/** Keeps files in a bucket. Requests are signed with Signature Version 4, their bodies included. */
export function createS3Storage(options: S3StorageOptions): MediaStorage {
  const { timeout = 30_000, retries = 3, report = () => undefined } = options;
  const { accessKeyId, secretAccessKey, sessionToken, region } = options;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    retries,
    ...(sessionToken === undefined ? {} : { sessionToken }),
  });
  const root = `${options.endpoint.replace(/\/+$/, '')}/${options.bucket}`;
  const send = async (place: MediaPlace, init: RequestInit): Promise<Response> => {
    const address = `${root}/${toStoragePath(place)}`;
    // Until it answers: what comes then may take as long as whoever reads it.
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeout);
    try {
      const response = await client.fetch(address, { ...init, signal: deadline.signal, redirect: 'error' });
      if (isExpected(response.status, init)) return response;
      await response.body?.cancel();
      throw new Error(`The storage answered ${init.method ?? 'GET'} with ${response.status}.`);
    } catch (error) {
      report(error);
      throw new ProblemError('unavailable');
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    put: async (place, { bytes, type, sha256 }) => {
      const headers = { 'content-type': type, 'x-amz-content-sha256': sha256 };
      const { body } = await send(place, { method: 'PUT', body: Buffer.from(bytes), headers });
      await body?.cancel();
    },
    get: async (place, range) => {
      const headers = range === undefined ? {} : { range: `bytes=${range.first}-${range.last}` };
      const { status, body } = await send(place, { method: 'GET', headers });
      if (status !== 404) return body ?? undefined;
      await body?.cancel();
      return undefined;
    },
    delete: async (place) => {
      const { body } = await send(place, { method: 'DELETE' });
      await body?.cancel();
    },
  };
}

/** A file that is not there is an answer, except where it was to be put: then the bucket is not there. */
function isExpected(status: number, { method, headers }: RequestInit): boolean {
  if (status === 404) return method !== 'PUT';
  return headers !== undefined && 'range' in headers ? status === 206 : status >= 200 && status < 300;
}
