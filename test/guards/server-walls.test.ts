import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../server/src/', import.meta.url));

/** What folders of the server may know of each other; those at the top put everything together. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  log: [],
  config: [],
  // Row types of each part, which together are the schema.
  database: ['identity', 'delivery', 'media', 'limits', 'config'],
  store: ['database'],
  limits: ['database'],
  live: ['database'],
  media: ['database'],
  delivery: ['database'],
  jobs: ['database', 'delivery'],
  identity: ['database', 'store'],
  http: ['database', 'limits', 'live'],
  transfer: ['database', 'store'],
};

/** Libraries that one place alone may know, so that another can take their place. */
const KEPT_TO: Readonly<Record<string, RegExp>> = {
  pg: /^database\/(postgres-pool|prepare-statements)\.ts$/,
  '@electric-sql/pglite': /^database\/pglite-pool\.ts$/,
  'pg-boss': /^(jobs\/job-queue|database\/migrations\/0004-messages)\.ts$/,
  jose: /^identity\//,
  nodemailer: /^delivery\/email-port\.ts$/,
  'web-push': /^delivery\/push-port\.ts$/,
  aws4fetch: /^media\/s3-storage\.ts$/,
  '@tus/server': /^media\//,
  'prom-client': /^http\/metrics\.ts$/,
  commander: /^cli\//,
};

/** The entry points of the elements package that know no DOM. */
const HEADLESS = /^@groundswell\/elements\/(domain|contract|backend|http|campaign|mocks\/riverbend)/;

interface Edge {
  readonly from: string;
  readonly to: string;
}

function whyRefused({ from, to }: Edge): string | undefined {
  const folder = from.split('/', 1)[0] ?? '';
  if (to.startsWith('@groundswell/elements'))
    return HEADLESS.test(to) || folder === 'demo' ? undefined : 'the server knows the headless half alone';
  const keeper = KEPT_TO[to];
  if (keeper !== undefined) return keeper.test(from) ? undefined : `only ${String(keeper)} may know it`;
  const other = /^\.\.\/([a-z]+)\//.exec(to)?.[1];
  if (other === undefined || MAY[folder] === undefined || other === folder) return undefined;
  return MAY[folder].includes(other) ? undefined : `${folder}/ may not know ${other}/`;
}

function readEdges(): Edge[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((from) =>
    [...readFileSync(`${src}${from}`, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
      ([, to = '']) => ({ from, to }),
    ),
  );
}

const brokenBy = (edges: readonly Edge[]): string[] =>
  edges.flatMap((edge) => {
    const why = whyRefused(edge);
    return why === undefined ? [] : [`${edge.from} imports ${edge.to}: ${why}`];
  });

describe('the walls inside the server', () => {
  it('hold: nothing imports what its folder may not know', () => {
    const edges = readEdges();
    expect(edges.length).toBeGreaterThan(300);
    expect(brokenBy(edges)).toEqual([]);
  });

  it.each<[string, Edge]>([
    ['a second opener of PGlite', { from: 'cli/commands/seed.ts', to: '@electric-sql/pglite' }],
    ['a store that knows HTTP', { from: 'store/create-store.ts', to: '../http/create-app.js' }],
    ['an element on the server', { from: 'store/create-store.ts', to: '@groundswell/elements/all' }],
    ['a token that is read elsewhere', { from: 'http/create-app.ts', to: 'jose' }],
  ])('would name %s', (_, edge) => {
    expect(brokenBy([edge])).toHaveLength(1);
  });
});
