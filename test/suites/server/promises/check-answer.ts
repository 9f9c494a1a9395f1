import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

import { contract, type Operation } from '../../../../src/contract/index.js';
import { findRoute, HttpRefusal } from '../../../../src/http/index.js';
import { describeApi } from '../../../../server/src/http/api-document.js';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

interface Described {
  readonly responses: Readonly<Record<string, object>>;
}

/** What is wrong with an answer; undefined where nothing is. */
export type AnswerCheck = (request: { method: string; path: string }, answer: Answer) => string | undefined;

/**
 * Holds answers against the API as the server describes it: the status is one of those that the operation has, and the
 * body is what is described there. What no operation is asked for must be refused as a problem all the same.
 */
export function createAnswerCheck(): AnswerCheck {
  const document = describeApi();
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'https://api.example/', ...document });
  const known = new Map<string, ValidateFunction | undefined>();
  const find = (operation: Operation, status: number) => {
    const name = `${operation.name} ${status}`;
    if (!known.has(name)) known.set(name, compileFor(ajv, document, operation, status));
    return known.get(name);
  };
  return (request, answer) => {
    const { status, type, text } = answer;
    if (status >= 500) return `${status} ${text}`;
    const isProblem = status !== 200;
    if (type !== (isProblem ? 'application/problem+json' : 'application/json'))
      return `the type ${type} with ${status}`;
    const body = parse(text);
    if (isProblem && (body as { status?: unknown } | undefined)?.status !== status)
      return `${status}, and in words ${text}`;
    const operation = operationOf(request);
    if (operation === undefined)
      return [404, 405].includes(status) ? undefined : `${status} for what is nothing`;
    const validate = find(operation, status);
    if (validate === undefined)
      return `${status}, which ${operation.name} is not described to answer: ${text}`;
    return validate(body)
      ? undefined
      : `${text}, which is not as described: ${ajv.errorsText(validate.errors)}`;
  };
}

function compileFor(
  ajv: Ajv2020,
  document: ReturnType<typeof describeApi>,
  { path, method }: Operation,
  status: number,
): ValidateFunction | undefined {
  const described = document.paths[path]?.[method.toLowerCase()] as unknown as Described;
  const response = resolve(document, described.responses[status]);
  const content = Object.values((response?.['content'] ?? {}) as Record<string, { schema: object }>)[0];
  if (content === undefined) return undefined;
  return ajv.compile(
    JSON.parse(JSON.stringify(content.schema).replaceAll('"#/', '"https://api.example/#/')) as object,
  );
}

function resolve(
  document: ReturnType<typeof describeApi>,
  response: object | undefined,
): Record<string, unknown> | undefined {
  const { $ref } = (response ?? {}) as { readonly $ref?: string };
  if ($ref === undefined) return response as Record<string, unknown> | undefined;
  return document.components['responses']?.[$ref.split('/').at(-1) ?? ''] as
    Record<string, unknown> | undefined;
}

/** Which operation a request asks for as a server reads its address; undefined for none. */
function operationOf({ method, path }: { method: string; path: string }): Operation | undefined {
  try {
    return contract[findRoute(method, new URL(path, 'http://server.example').pathname).name];
  } catch (error) {
    if (error instanceof HttpRefusal) return undefined;
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
