import { contract, type OperationName } from '../contract/contract.js';
import type { Operation } from '../contract/operation.js';
import { HttpRefusal } from './http-refusal.js';

export interface Route {
  readonly name: OperationName;
  readonly operation: Operation;
  /** The values in the path, by name. */
  readonly parameters: ReadonlyMap<string, string>;
}

interface Pattern {
  readonly name: OperationName;
  readonly operation: Operation;
  readonly segments: readonly string[];
}

const isParameter = (segment: string): boolean => segment.startsWith('{');
const parametersIn = ({ segments }: Pattern): number => segments.filter(isParameter).length;

/** Every operation; those with fewer parameters first, so that `/perform/seen` is not taken for an id. */
const PATTERNS: readonly Pattern[] = Object.values<Operation>(contract)
  .map((operation) => ({
    name: operation.name as OperationName,
    operation,
    segments: operation.path.split('/').slice(1),
  }))
  .sort((a, b) => parametersIn(a) - parametersIn(b));

/**
 * Which operation a request asks for.
 *
 * @param path - The path behind the base path, escaped as it was sent.
 * @throws HttpRefusal 404 for an unknown path, 405 (with `Allow`) for a known one with another method.
 */
export function findRoute(method: string, path: string): Route {
  const segments = path.split('/').slice(1);
  const found = PATTERNS.filter((pattern) => fits(pattern, segments));
  const pattern = found.find(({ operation }) => operation.method === method);
  if (pattern !== undefined) {
    const { name, operation } = pattern;
    return { name, operation, parameters: readParameters(pattern, segments) };
  }
  if (found.length === 0) throw new HttpRefusal(404, 'no such path', 'not-found');
  const allow = [...new Set(found.map(({ operation }) => operation.method))].join(', ');
  throw new HttpRefusal(405, 'method not allowed', 'unsupported', { allow });
}

const fits = ({ segments }: Pattern, sent: readonly string[]): boolean =>
  segments.length === sent.length &&
  segments.every((segment, index) => (isParameter(segment) ? sent[index] !== '' : segment === sent[index]));

function readParameters({ segments }: Pattern, sent: readonly string[]): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [index, segment] of segments.entries())
    if (isParameter(segment)) parameters.set(segment.slice(1, -1), unescape(sent[index] ?? ''));
  return parameters;
}

function unescape(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new HttpRefusal(404, 'no such path', 'not-found');
  }
}
