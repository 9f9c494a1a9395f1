import { contract } from '../contract/contract.js';
import type { Access, Operation } from '../contract/operation.js';
import { describeProblems } from './api-problems.js';
import { type ApiSchemas, collectApiSchemas, type JsonSchema } from './api-schemas.js';

/** An OpenAPI 3.1 document: JSON and nothing else. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: JsonSchema;
  readonly tags: readonly JsonSchema[];
  readonly security: readonly JsonSchema[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const DESCRIPTION = `What a backend answers so that the elements work over it. Errors are problems (RFC 9457) whose \
\`code\` is stable. An operation that creates takes an \`Idempotency-Key\`: the same key and content is answered \
again and counts once. An operation that changes takes the version it has read as \`If-Match: "3"\`.`;

const TAGS: Readonly<Record<string, string>> = {
  session: 'Who calls, and the campaign it is about.',
  actions: 'What those who organize write, publish and close.',
  audience: 'Who would see an action, and why.',
  feed: 'What a person can do now.',
  perform: 'What a person has seen, started and done.',
  links: 'Links to share, and what came of them.',
  lookups: 'Lists to choose from.',
  results: 'What came of an action.',
  changes: 'What is worth loading again.',
};

/** Who may call: nobody needs to sign in for what is public, and a guest is known by a random id of the device. */
const SECURITY: Readonly<Record<Access, readonly JsonSchema[]>> = {
  public: [{}, { guest: [] }, { token: [] }],
  volunteer: [{ token: [] }],
  staff: [{ token: [] }],
};

const ACCESS_WORDS: Readonly<Record<Access, string>> = {
  public: 'For anybody.',
  volunteer: 'For people with an account.',
  staff: 'For those who organize.',
};

/** The contract as an OpenAPI 3.1 document. */
export function openApiDocument(version = '0.1.0'): OpenApiDocument {
  const schemas = collectApiSchemas();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  const responses: Record<string, JsonSchema> = {};
  for (const operation of Object.values<Operation>(contract)) {
    const methods = (paths[operation.path] ??= {});
    methods[operation.method.toLowerCase()] = describeOperation(operation, schemas, responses);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Groundswell', version, description: DESCRIPTION },
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: SECURITY.public,
    paths,
    components: {
      schemas: schemas.components,
      responses,
      headers: {
        'Retry-After': {
          description: 'Seconds to wait before the same call can succeed.',
          schema: { type: 'integer', minimum: 0 },
        },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A short-lived token of a person.' },
        guest: {
          type: 'apiKey',
          in: 'header',
          name: 'Groundswell-Guest',
          description: 'A random id that a device keeps for a person without an account.',
        },
      },
    },
  };
}

function describeOperation(
  operation: Operation,
  { inputs, outputs }: ApiSchemas,
  shared: Record<string, JsonSchema>,
): JsonSchema {
  const { name, summary, access, method } = operation;
  const { inPath, rest, required } = splitInput(operation, inputs.get(name) ?? {});
  const isQuery = method === 'GET' || method === 'DELETE';
  return {
    operationId: name,
    summary,
    description: ACCESS_WORDS[access],
    tags: [name.split('.', 1)[0]],
    security: SECURITY[access],
    parameters: [
      ...Object.entries(inPath).map(([key, schema]) => ({ name: key, in: 'path', required: true, schema })),
      ...(isQuery ? toQueryParameters(rest, required) : []),
      ...headerParameters(operation),
    ],
    ...(!isQuery && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { type: 'object', properties: rest, required } } },
      },
    }),
    responses: {
      200: {
        description: 'What it came to.',
        content: { 'application/json': { schema: outputs.get(name) ?? {} } },
      },
      ...describeProblems(operation, shared),
    },
  };
}

/** The members of an input: those in the path, those in a header, and the rest. */
function splitInput(operation: Operation, schema: JsonSchema) {
  const inPath: Record<string, JsonSchema> = {};
  const rest: Record<string, JsonSchema> = {};
  for (const [key, member] of Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)) {
    if (operation.path.includes(`{${key}}`)) inPath[key] = member;
    else if (!(operation.versioned && key === 'version')) rest[key] = member;
  }
  const required = ((schema['required'] ?? []) as string[]).filter((key) => key in rest);
  return { inPath, rest, required };
}

const toQueryParameters = (members: Record<string, JsonSchema>, required: readonly string[]): JsonSchema[] =>
  Object.entries(members).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
    ...(schema['type'] === 'array' && { style: 'form', explode: true }),
  }));

function headerParameters({ idempotent, versioned }: Operation): JsonSchema[] {
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'Made when the person first presses the button; the same for every repetition.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,128}$' },
  };
  const match = {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The version that was read, in quotation marks.',
    schema: { type: 'string', pattern: '^"\\d{1,15}"$' },
  };
  return [...(idempotent ? [key] : []), ...(versioned ? [match] : [])];
}
