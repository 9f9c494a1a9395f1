import { openApiDocument, type OpenApiDocument } from '@groundswell/elements/http';

type Member = Readonly<Record<string, unknown>>;

/** Where the contract is served. */
export const API_PATH = '/v1';

/** Anybody needs the key of an organization, or a token that says the organization itself. */
const WITH_KEY: readonly Member[] = [{ key: [] }, { key: [], guest: [] }, { token: [] }];

const STREAM: Member = {
  operationId: 'changes.stream',
  summary: 'What changes, as server-sent events',
  description:
    'For anybody. Each event carries the cursor as its `id`, and what `changes.list` answers as `data`. After \
an interruption, send the last id as `Last-Event-ID`; nothing is missed.',
  tags: ['changes'],
  security: WITH_KEY,
  parameters: [
    {
      name: 'Last-Event-ID',
      in: 'header',
      required: false,
      description: 'The cursor to go on from; without one, from now on.',
      schema: { type: 'string' },
    },
  ],
  responses: {
    200: {
      description: 'A stream that stays open.',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    },
    401: { $ref: '#/components/responses/Unauthenticated' },
    429: { $ref: '#/components/responses/RateLimited' },
    503: { $ref: '#/components/responses/Unavailable' },
  },
};

/** The contract as this server serves it: behind keys of organizations, and with live updates. */
export function describeApi(): OpenApiDocument & { readonly servers: readonly Member[] } {
  const document = openApiDocument();
  const { securitySchemes, ...components } = document.components;
  return {
    ...document,
    servers: [{ url: API_PATH }],
    security: WITH_KEY,
    paths: { ...mapOperations(document.paths, withKey), '/changes/stream': { get: STREAM } },
    components: {
      ...components,
      securitySchemes: {
        ...securitySchemes,
        key: {
          type: 'apiKey',
          in: 'header',
          name: 'Groundswell-Key',
          description: 'The publishable key of an organization. It is no secret: it says whom a page is for.',
        },
      },
    },
  };
}

const mapOperations = (
  paths: OpenApiDocument['paths'],
  change: (operation: Member) => Member,
): OpenApiDocument['paths'] =>
  Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, change(operation)])),
    ]),
  );

/** What was for anybody is for anybody with a key. */
const withKey = (operation: Member): Member => {
  const security = operation['security'] as readonly object[];
  const isPublic = security.some((scheme) => Object.keys(scheme).length === 0);
  return isPublic ? { ...operation, security: WITH_KEY } : operation;
};
