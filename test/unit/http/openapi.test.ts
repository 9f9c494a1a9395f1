import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contract } from '../../../src/contract/contract.js';
import type { Operation } from '../../../src/contract/operation.js';
import { PROBLEM_STATUS } from '../../../src/contract/problem-code.js';
import { openApiDocument } from '../../../src/http/openapi.js';
import { encodeCall } from '../../../src/http/encode-call.js';
import { arbitraryInput } from '../../suites/arbitrary-input.js';

interface Described {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: object }[];
  readonly requestBody?: { content: { 'application/json': { schema: object } } };
  readonly responses: Readonly<Record<string, object>>;
}

const document = openApiDocument();
const text = JSON.stringify(document);
const operations = Object.values<Operation>(contract);
const describedBy = ({ path, method }: Operation) =>
  document.paths[path]?.[method.toLowerCase()] as unknown as Described;
const eachOperation = operations.map((operation) => [operation.name, operation] as const);

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'https://api.example/', ...document });
const compile = (schema: object) =>
  ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://api.example/#/')) as object);

describe('the API document', () => {
  it('is OpenAPI 3.1 without a complaint of the linter', async () => {
    const config = await createConfig({
      extends: ['recommended-strict'],
      rules: { 'no-empty-servers': 'off', 'info-license': 'off' },
    });
    const problems = await lintFromString({ source: text, absoluteRef: '/openapi.json', config });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  }, 30_000);

  it('describes every operation once and nothing else', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(ids.toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
  });

  it('refers to nothing that is missing and names nothing that is unused', () => {
    const referred = new Set(
      [...text.matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)].map(([, kind, name]) => `${kind}/${name}`),
    );
    const present = Object.entries(document.components)
      .filter(([kind]) => kind !== 'securitySchemes')
      .flatMap(([kind, members]) => Object.keys(members).map((name) => `${kind}/${name}`));
    expect([...referred].toSorted()).toEqual(present.toSorted());
  });

  it.each(eachOperation)('%s says its key, its version, its problems and who may call', (_, operation) => {
    const { parameters, responses, security } = describedBy(operation);
    const names = parameters.map(({ name }) => name);
    expect(names.includes('Idempotency-Key')).toBe(operation.idempotent);
    expect(names.includes('If-Match')).toBe(operation.versioned);
    const statuses = operation.problems.map((code) => String(PROBLEM_STATUS[code]));
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '401', '422', '500', ...statuses]));
    expect(security.some((scheme) => Object.keys(scheme).length === 0)).toBe(operation.access === 'public');
  });

  it.each(eachOperation)(
    '%s describes what a client sends',
    (_, operation) => {
      const { parameters, requestBody } = describedBy(operation);
      const query = new Map(
        parameters.filter((parameter) => parameter.in === 'query').map(({ name, schema }) => [name, schema]),
      );
      const fitsBody = requestBody && compile(requestBody.content['application/json'].schema);
      fc.assert(
        fc.property(arbitraryInput(operation), (input) => {
          const { path, body } = encodeCall(operation, input, operation.idempotent ? 'key-0123' : undefined);
          for (const name of new URL(path, 'https://b.example').searchParams.keys())
            expect([...query.keys()]).toContain(name);
          for (const [name, schema] of query) {
            const value = (input as Record<string, unknown>)[name];
            if (value !== undefined) expect(compile(schema)(value)).toBe(true);
          }
          if (fitsBody !== undefined) expect(fitsBody(JSON.parse(body ?? '')) || fitsBody.errors).toBe(true);
        }),
        { numRuns: 15 },
      );
    },
    20_000,
  );
});
