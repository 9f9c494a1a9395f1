import { ProblemError } from '../contract/problem-error.js';
import { HttpRefusal } from './http-refusal.js';

/** How deep a body may nest. */
export const DEPTH_LIMIT = 32;

/**
 * The JSON object in a request's body.
 *
 * @param limit - The most bytes that are read, whatever the request says of its length.
 * @throws HttpRefusal 415 for another type, 413 beyond the limit, 400 for what is not JSON; ProblemError
 *   `invalid-input` for JSON that is no object, nests deeper than 32 or has a `__proto__` member.
 */
export async function readJson(request: Request, limit: number): Promise<Readonly<Record<string, unknown>>> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new HttpRefusal(415, 'send application/json', 'invalid-input');
  const value = parse(await readText(request, limit));
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isHarmless(value, DEPTH_LIMIT))
    throw new ProblemError('invalid-input', { fields: [{ path: '', code: 'invalid' }] });
  return value as Readonly<Record<string, unknown>>;
}

async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = new HttpRefusal(413, 'too large', 'too-large');
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge;
  const reader = request.body?.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const chunk = await reader?.read();
      if (chunk?.value === undefined) return text + decoder.decode();
      size += chunk.value.byteLength;
      if (size > limit) throw tooLarge;
      text += decoder.decode(chunk.value, { stream: true });
    }
  } catch (error) {
    // Nobody waits for the rest to be thrown away.
    void reader?.cancel().catch(() => undefined);
    throw error instanceof HttpRefusal ? error : new HttpRefusal(400, 'not UTF-8', 'invalid-input');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpRefusal(400, 'not JSON', 'invalid-input');
  }
}

/** Whether a value nests no deeper than allowed and cannot change what an object inherits. */
function isHarmless(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every((member) => isHarmless(member, depth - 1));
}
