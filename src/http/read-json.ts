import { ProblemError } from '../contract/problem-error.js';
import { HttpRefusal } from './http-refusal.js';
import { readText } from './read-text.js';

/** How deep a body may nest. */
export const DEPTH_LIMIT = 32;

/**
 * The JSON object in a request's body.
 *
 * @param limit - The most bytes that are read.
 * @throws HttpRefusal 415 for another type, 400 for what is not JSON, what `readText` throws; ProblemError
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
