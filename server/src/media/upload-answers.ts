import { ProblemError, type ProblemCode, type Problem } from '@groundswell/elements/contract';

import type { ReadyMedia } from './media-rows.js';

/** Headers of the protocol that a page on another origin must be able to read; for `Access-Control-Expose-Headers`. */
export const UPLOAD_EXPOSED_HEADERS = [
  ...['Location', 'Tus-Extension', 'Tus-Max-Size', 'Tus-Resumable', 'Tus-Version'],
  ...['Upload-Expires', 'Upload-Length', 'Upload-Metadata', 'Upload-Offset', 'Retry-After'],
] as const;

/** Headers that a page must be able to send; for `Access-Control-Allow-Headers`, beside those of the API. */
export const UPLOAD_REQUEST_HEADERS = [
  ...['Content-Type', 'Tus-Resumable', 'Upload-Length', 'Upload-Metadata', 'Upload-Offset'],
] as const;

/** And the methods of the protocol; for `Access-Control-Allow-Methods`. */
export const UPLOAD_METHODS = ['OPTIONS', 'POST', 'HEAD', 'PATCH', 'GET', 'DELETE'] as const;

const ANSWER_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'tus-resumable': '1.0.0',
} as const;

/** A file as the contract has it, with the address at which everybody can see it. */
export function answerMedia(
  media: ReadyMedia,
  url: string,
  extra: Readonly<Record<string, string>> = {},
): Response {
  const { id, type, bytes, width, height } = media;
  return Response.json({ id, url, type, bytes, width, height }, { headers: { ...ANSWER_HEADERS, ...extra } });
}

/** How far a finished file has come, for whoever did not hear the end of it. */
export const answerOffset = ({ bytes }: ReadyMedia): Response =>
  new Response(null, {
    headers: { ...ANSWER_HEADERS, 'upload-offset': String(bytes), 'upload-length': String(bytes) },
  });

/** A problem (RFC 9457). Its status is the protocol's own where that says it more exactly. */
export function answerProblem(
  error: ProblemError,
  { status, allow }: { status?: number; allow?: string } = {},
): Response {
  const known = error.toProblem();
  const problem: Problem = { ...known, status: status ?? known.status };
  const headers = new Headers({ ...ANSWER_HEADERS, 'content-type': 'application/problem+json' });
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer');
  if (allow !== undefined) headers.set('allow', allow);
  const wait = problem.retryAfter ?? WAITS[problem.code];
  if (wait !== undefined) headers.set('retry-after', String(Math.ceil(wait)));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

const WAITS: Readonly<Partial<Record<ProblemCode, number>>> = {
  'in-progress': 1,
  'rate-limited': 10,
  unavailable: 5,
};

/** Which problem a refusal of the protocol is; what comes from nowhere else is the sender's mistake. */
const CODES: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  409: 'in-progress',
  410: 'gone',
  413: 'too-large',
  423: 'in-progress',
  501: 'unsupported',
};

/**
 * An answer of the protocol as this server gives it: refusals are problems, and which pages may read it is not said here
 * but where all answers pass.
 */
export function translateAnswer(response: Response): Response {
  if (response.status >= 500 && response.status !== 501)
    return answerProblem(new ProblemError('unavailable'));
  if (response.status >= 400)
    return answerProblem(new ProblemError(CODES[response.status] ?? 'invalid-input'), {
      status: response.status,
    });
  const headers = new Headers(response.headers);
  for (const name of response.headers.keys()) if (name.startsWith('access-control-')) headers.delete(name);
  headers.set('x-content-type-options', 'nosniff');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  return new Response(response.body, { status: response.status, headers });
}
