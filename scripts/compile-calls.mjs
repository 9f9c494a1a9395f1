// Compiles the operations of the contract into what a page carries of them: src/contract/calls/*.ts. Run it after a
// change of the contract (npm run calls); a unit test says when it was forgotten.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The nouns of the contract: the files whose operations pages call. */
export const NOUNS = [
  'actions',
  'audience',
  'changes',
  'feed',
  'links',
  'lookups',
  'perform',
  'results',
  'session',
  'sign-in',
];

/** How long a shape must be, as text, for it to be worth a name where it is used twice. */
const WORTH_SHARING = 60;

/** The shape of a schema's output, as `readShape` reads it. */
function shapeOf(schema) {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      return 's';
    case 'number':
    case 'int':
      return 'n';
    case 'boolean':
      return 'b';
    case 'unknown':
      return 'x';
    case 'literal':
      return ['l', ...def.values];
    case 'enum':
      return ['l', ...Object.values(def.entries)];
    case 'array':
      return ['a', shapeOf(def.element)];
    case 'record':
      return ['r', shapeOf(def.valueType)];
    case 'nullable':
      return ['0', shapeOf(def.innerType)];
    case 'optional':
      return ['?', shapeOf(def.innerType)];
    case 'default':
      return ['d', shapeOf(def.innerType), def.defaultValue];
    case 'union':
      return unionOf(def.options.map(shapeOf));
    case 'object':
      return [
        'o',
        Object.fromEntries(Object.entries(def.shape).map(([key, member]) => [key, shapeOf(member)])),
      ];
    default:
      throw new Error(`A schema of the type ${def.type} cannot be compiled yet.`);
  }
}

/** One of several shapes; what all of them have in common is said once. */
function unionOf(options) {
  const [first, ...others] = options;
  const hasToo = (key, member) => (option) => JSON.stringify(option[1][key]) === JSON.stringify(member);
  const isAlike = others.length > 0 && options.every(([kind]) => kind === 'o');
  const common = isAlike
    ? Object.entries(first[1]).filter(([key, member]) => others.every(hasToo(key, member)))
    : [];
  if (common.length === 0) return ['u', ...options];
  const isCommon = new Set(common.map(([key]) => key));
  const own = options.map(([, members]) => [
    'o',
    Object.fromEntries(Object.entries(members).filter(([key]) => !isCommon.has(key))),
  ]);
  return ['m', ['o', Object.fromEntries(common)], ['u', ...own]];
}

/** A problem whose code may be newer than the page: whoever reads it looks the code up anyway. */
function problemShape(schema) {
  const [kind, members] = shapeOf(schema);
  return [kind, { ...members, code: 's' }];
}

const isOperation = (value) =>
  typeof value === 'object' && value !== null && 'output' in value && 'path' in value;

/** Every part of a shape that is worth a name, the inner ones first. */
function* partsOf(shape) {
  if (!Array.isArray(shape)) return;
  const [kind, ...rest] = shape;
  const inner = kind === 'o' ? Object.values(rest[0]) : kind === 'd' ? [rest[0]] : kind === 'l' ? [] : rest;
  for (const part of inner) yield* partsOf(part);
  if (JSON.stringify(shape).length >= WORTH_SHARING) yield JSON.stringify(shape);
}

/** Text of a shape in which what has a name is called by it. */
function write(shape, names) {
  const name = names.get(JSON.stringify(shape));
  if (name !== undefined) return name;
  if (!Array.isArray(shape)) return JSON.stringify(shape);
  const [kind, ...rest] = shape;
  if (kind === 'l') return JSON.stringify(shape);
  if (kind === 'd') return `["d",${write(rest[0], names)},${JSON.stringify(rest[1])}]`;
  if (kind !== 'o') return `["${kind}",${rest.map((part) => write(part, names)).join(',')}]`;
  const members = Object.entries(rest[0]).map(
    ([key, member]) => `${JSON.stringify(key)}:${write(member, names)}`,
  );
  return `["o",{${members.join(',')}}]`;
}

const note = '// Compiled from the contract by scripts/compile-calls.mjs. Do not edit.';

/**
 * The files of src/contract/calls by name, from the modules of the contract by noun. What several shapes have in common
 * stands once, in shapes.ts.
 */
export function compileCalls(modules) {
  const calls = NOUNS.flatMap((noun) =>
    Object.entries(modules[noun]).flatMap(([id, value]) =>
      isOperation(value) ? [{ noun, id, value, shape: shapeOf(value.output) }] : [],
    ),
  );
  const uses = new Map();
  for (const { shape } of calls) for (const part of partsOf(shape)) uses.set(part, (uses.get(part) ?? 0) + 1);
  const shared = [...uses].filter(([, times]) => times > 1).map(([part]) => part);
  const names = new Map();
  const lines = shared.map((part, index) => {
    const text = write(JSON.parse(part), names);
    names.set(part, `shape${index + 1}`);
    return `export const shape${index + 1}: Shape = ${text};`;
  });
  const files = {
    'shapes.ts': [note, `import type { Shape } from '../read-shape.js';`, '', ...lines, ''].join('\n'),
  };
  files['problem.ts'] = [
    note,
    `import type { Shape } from '../read-shape.js';`,
    '',
    `export const problemShape: Shape = ${write(problemShape(modules.problem.problem), new Map())};`,
    '',
  ].join('\n');
  for (const noun of NOUNS) {
    const own = calls
      .filter((call) => call.noun === noun)
      .map(({ id, value, shape }) => {
        const { name, method, path, idempotent, versioned, queueable } = value;
        const route = JSON.stringify({ name, method, path, idempotent, versioned, queueable }).slice(0, -1);
        return `export const ${id}: Call<typeof operations.${id}> = ${route},"answer":${write(shape, names)}};`;
      });
    const used = [...new Set(own.join().match(/\bshape\d+\b/g) ?? [])];
    files[`${noun}.ts`] = [
      note,
      `import type { Call } from '../call.js';`,
      `import type * as operations from '../${noun}.js';`,
      ...(used.length > 0 ? [`import { ${used.join(', ')} } from './shapes.js';`] : []),
      '',
      `export type * from '../${noun}.js';`,
      ...own,
      '',
    ].join('\n');
  }
  return files;
}

async function loadModules() {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'warn',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const names = [...NOUNS, 'problem'];
    const loaded = await Promise.all(names.map((name) => server.ssrLoadModule(`/src/contract/${name}.ts`)));
    return Object.fromEntries(names.map((name, index) => [name, loaded[index]]));
  } finally {
    await server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = `${root}src/contract/calls/`;
  const files = compileCalls(await loadModules());
  for (const stale of readdirSync(folder)) if (!(stale in files)) rmSync(folder + stale);
  for (const [name, text] of Object.entries(files)) writeFileSync(folder + name, text);
  console.log(`src/contract/calls: ${Object.keys(files).join(', ')}`);
}
