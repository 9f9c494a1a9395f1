import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A store on loopback that speaks as much of the S3 protocol as is used, and takes nothing that is not signed right. */
export interface S3Server {
  readonly endpoint: string;
  /** What is kept, by `/<bucket>/<key>`. */
  readonly objects: Map<string, { readonly bytes: Buffer; readonly type: string }>;
  /** Why requests were refused. */
  readonly refusals: string[];
  /** Answers the next requests with these statuses, one after another. */
  failNext(...statuses: readonly number[]): void;
  close(): Promise<void>;
}

export const S3_KEYS = {
  accessKeyId: 'AKIATEST',
  secretAccessKey: 'a/secret+key',
  region: 'eu-central-1',
} as const;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/**
 * Signature Version 4 of a request, computed from its own description
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html) and not by the package under test.
 */
function findRefusal(request: IncomingMessage, body: Buffer): string | undefined {
  const { headers, method = '', url = '' } = request;
  const [, credential = '', names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (signature === undefined) return 'not signed';
  const signed = names.split(';');
  const hash = String(headers['x-amz-content-sha256']);
  for (const needed of ['host', 'x-amz-content-sha256', 'x-amz-date'])
    if (!signed.includes(needed)) return `${needed} is not signed`;
  if (method === 'PUT' && hash !== sha256(body)) return 'another body';
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
  const canonical = [method, url, '', lines, names, hash].join('\n');
  const [key, day = '', region = '', service = '', end = ''] = credential.split('/');
  if (key !== S3_KEYS.accessKeyId || region !== S3_KEYS.region || service !== 's3') return 'another key';
  const scope = [day, region, service, end].join('/');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const signing = [day, region, service, end].reduce<string | Buffer>(hmac, `AWS4${S3_KEYS.secretAccessKey}`);
  return hmac(signing, toSign).toString('hex') === signature ? undefined : 'another signature';
}

export async function startS3Server(): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  const refusals: string[] = [];
  const failures: number[] = [];
  const answer = (request: IncomingMessage, body: Buffer, response: ServerResponse) => {
    const { method, url = '', headers } = request;
    const refusal = findRefusal(request, body);
    if (refusal !== undefined) {
      refusals.push(refusal);
      return response.writeHead(403).end();
    }
    const failure = failures.shift();
    if (failure !== undefined) return response.writeHead(failure).end();
    if (!url.startsWith('/files/')) return response.writeHead(404).end();
    if (method === 'PUT') {
      objects.set(url, { bytes: body, type: headers['content-type'] ?? '' });
      return response.writeHead(200).end();
    }
    if (method === 'DELETE') return response.writeHead(objects.delete(url) ? 204 : 404).end();
    const object = objects.get(url);
    if (object === undefined) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    if (first === undefined)
      return response.writeHead(200, { 'content-type': object.type }).end(object.bytes);
    return response.writeHead(206).end(object.bytes.subarray(Number(first), Number(last) + 1));
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => void answer(request, Buffer.concat(parts), response));
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    refusals,
    failNext: (...statuses) => void failures.push(...statuses),
    close: () => {
      const closed = new Promise<void>((settle) => server.close(() => settle()));
      server.closeAllConnections();
      return closed;
    },
  };
}
