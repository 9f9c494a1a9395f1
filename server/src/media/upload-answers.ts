import { ProblemError, type ProblemCode } from '@groundswell/elements/contract';
import { ANSWER_HEADERS, toProblemResponse } from '@groundswell/elements/http';

import type { ReadyMedia } from './media-rows.js';

/** The methods of the protocol, and `GET` for the file that came of it. */
export const UPLOAD_METHODS = ['OPTIONS', 'POST', 'HEAD', 'PATCH', 'GET', 'DELETE'] as const;

const PROTOCOL_HEADERS = { ...ANSWER_HEADERS, 'tus-resumable': '1.0.0' } as const;

/** A file as the contract has it, with the address at which everybody can see it. */
export function answerMedia(
  media: ReadyMedia,
  url: string,
  extra: Readonly<Record<string, string>> = {},
): Response {
  const { id, type, bytes, width, height } = media;
  return Response.json(
    { id, url, type, bytes, width, height },
    { headers: { ...PROTOCOL_HEADERS, ...extra } },
  );
}

/** How far a finished file has come, for whoever did not hear the end of it. */
export const answerOffset = ({ bytes }: ReadyMedia): Response =>
  new Response(null, {
    headers: { ...PROTOCOL_HEADERS, 'upload-offset': String(bytes), 'upload-length': String(bytes) },
  });

/** A problem (RFC 9457). Its status is the protocol's own where that says it more exactly. */
export function answerProblem(
  error: ProblemError,
  { status, allow }: { status?: number; allow?: string } = {},
): Response {
  const problem = error.toProblem();
  return toProblemResponse(
    { ...problem, status: status ?? problem.status },
    { 'tus-resumable': '1.0.0', ...(allow !== undefined && { allow }) },
  );
}

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
