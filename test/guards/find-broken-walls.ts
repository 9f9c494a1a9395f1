/** One import: from a file below src/, to another one or to a package. */
export interface ImportEdge {
  readonly from: string;
  readonly to: string;
}

interface Wall {
  /** Layers and packages that may be imported; a folder stands for everything in it. */
  readonly may: readonly string[];
  /** Packages that only certain files may import. */
  readonly only?: Readonly<Record<string, RegExp>>;
}

/** Who may import whom: the table of ARCHITECTURE.md. A layer may always import itself. */
const WALLS: Readonly<Record<string, Wall>> = {
  domain: { may: ['zod/mini'], only: { 'zod/mini': /-schema\.ts$/ } },
  contract: { may: ['domain', 'zod/mini'] },
  http: { may: ['domain', 'contract', 'zod/mini'] },
  client: {
    may: ['domain', 'contract', 'http', 'idb', 'eventsource-parser'],
    only: { idb: /^client\/outbox\//, 'eventsource-parser': /^client\/stream-changes\.ts$/ },
  },
  backend: { may: ['domain', 'contract', 'idb', 'zod/mini'], only: { idb: /^backend\/stores\// } },
  // A campaign to fill a backend with is described by the backend's own schema.
  conformance: { may: ['domain', 'contract', 'backend/campaign-data-schema.js', 'zod/mini'] },
  context: { may: ['contract', 'i18n', '@lit/context'] },
  events: { may: ['domain', 'contract'] },
  controllers: {
    may: ['domain', 'contract', 'context', 'events', 'i18n', 'lit', '@lit/context'],
  },
  i18n: { may: ['contract', 'domain'] },
  styles: { may: ['lit'] },
  elements: {
    may: [
      'domain',
      'contract',
      'context',
      'controllers',
      'events',
      'i18n',
      'styles',
      'lit',
      '@lit/context',
      'lean-qr',
    ],
  },
};

const ELEMENT_FILE = /^elements\/(?:provider|volunteer|admin)\/([^/]+)\/(.+)$/;
const layerOf = (path: string): string => path.split('/', 1)[0] ?? '';
const isEntryPoint = (file: string): boolean => !file.includes('/');

/** The imports that break a wall, in words. */
export const findBrokenWalls = (edges: readonly ImportEdge[]): string[] =>
  edges.flatMap((edge) => {
    const reason = isEntryPoint(edge.from) ? undefined : whyRefused(edge);
    return reason === undefined ? [] : [`${edge.from} imports ${edge.to}: ${reason}`];
  });

function whyRefused({ from, to }: ImportEdge): string | undefined {
  const layer = layerOf(from);
  const wall = WALLS[layer];
  if (wall === undefined) return `no wall is drawn for ${layer}/`;
  if (layerOf(to) === layer) return layer === 'elements' ? whyNotBetweenElements(from, to) : undefined;
  const match = wall.may.find((allowed) => to === allowed || to.startsWith(`${allowed}/`));
  if (match === undefined) return `${layer}/ may not know it`;
  if (wall.only?.[match]?.test(from) === false) return `only files like ${String(wall.only[match])} may`;
  return layer === 'elements' && to.startsWith('contract/contract')
    ? 'elements import single operations'
    : undefined;
}

/** An element knows another by its registration file alone. */
function whyNotBetweenElements(from: string, to: string): string | undefined {
  const [, fromTag] = ELEMENT_FILE.exec(from) ?? [];
  const [, toTag, toFile] = ELEMENT_FILE.exec(to) ?? [];
  if (toTag === undefined || fromTag === toTag || toFile === `${toTag}.js`) return undefined;
  return 'an element imports only the registration file of another';
}
