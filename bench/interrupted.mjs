// Whether what people do is counted exactly once, however they are interrupted: visits of a real page in a real browser, each
// interrupted at a random point. Usage: node bench/interrupted.mjs [sessions=60] [--seed=number] [--plant]
// With --plant the server forgets idempotency keys, which must be noticed. Fails unless every press counts once.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, runnerImport } from 'vite';
import { launchBrowser } from '../scripts/browser.mjs';
import { interruptions } from './interrupted/interruptions.mjs';

const AT_ONCE = 3;
const PATIENCE = 30_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, plant: { type: 'boolean', default: false } },
});
const count = Number(positionals[0] ?? 60);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}dist/bench-interrupted`;

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function randomFrom(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Asks again and again, since a browser draws no frames in tabs that nobody looks at. */
async function until(isTrue) {
  for (const deadline = Date.now() + PATIENCE; !(await isTrue());) {
    if (Date.now() > deadline) throw new Error(`It never came true: ${isTrue}`);
    await new Promise((settle) => setTimeout(settle, 50));
  }
}

/** Defines in the page how to find a part through shadow roots. */
function defineFind() {
  globalThis.findPart = (name, root = globalThis.document) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.part.contains(name)) return element;
      const inside = element.shadowRoot && globalThis.findPart(name, element.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };
}

const hasPart = (name) => globalThis.findPart(name) !== undefined;

const pressPart = (name) => {
  const button = globalThis.findPart(name);
  button?.click();
  return button !== undefined;
};

/** How many writes wait on the device. Runs in the page. */
async function countWaiting() {
  const database = await new Promise((resolve, reject) => {
    const request = globalThis.indexedDB.open('groundswell-outbox');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const waiting = await new Promise((resolve) => {
    const request = database.transaction('items').objectStore('items').count();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return waiting;
}

/** Somebody on a device of their own. */
class Visit {
  onSend;
  tab;
  #context;
  #address;

  constructor(context, address) {
    this.#context = context;
    this.#address = address;
  }

  /** Opens the page in a new tab. */
  async open() {
    this.tab = await this.#context.newPage();
    await this.tab.evaluateOnNewDocument(defineFind);
    await this.tab.goto(this.#address);
    return this.tab;
  }

  /** Begins the action, up to the button that counts. */
  async begin() {
    await until(() => this.tab.evaluate(pressPart, 'start'));
    await until(() => this.tab.evaluate(hasPart, 'qr-toggle'));
  }

  /** Presses the button that counts. */
  async press(tab = this.tab) {
    await tab.evaluate(pressPart, 'qr-toggle');
  }

  /** Waits until nothing waits on the device. */
  async isOver() {
    await until(async () => (await this.tab.evaluate(countWaiting)) === 0);
  }
}

const configFile = false;
const conditions = ['@groundswell/source', 'module', 'production'];

await build({
  configFile,
  root: `${root}bench/interrupted`,
  base: './',
  logLevel: 'warn',
  resolve: { conditions: [...conditions, 'browser'] },
  build: { outDir: folder, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
});
// From the sources as they are, like the page.
const { module } = await runnerImport(`${root}bench/interrupted/server.mjs`, {
  configFile,
  root,
  environments: {
    inline: { resolve: { conditions: [...conditions, 'node'], noExternal: [/^@groundswell/] } },
  },
});
const people = Array.from({ length: count }, (_, index) => `u-visit-${index + 1}`);
const visits = new Map();
const server = await module.startServer({
  folder,
  people,
  isPlanted: values.plant,
  onSend: (person, exchange) => visits.get(person)?.onSend?.(exchange) ?? exchange.reply(),
});
const browser = await launchBrowser();
const kinds = Object.keys(interruptions);
const tally = new Map(kinds.map((kind) => [kind, { visits: 0, once: 0, doubled: 0, lost: 0 }]));

async function play(index) {
  const [person, kind] = [people[index], kinds[index % kinds.length]];
  const random = randomFrom(seed + index * 7919);
  const context = await browser.createBrowserContext();
  const visit = new Visit(context, `${server.address}/?person=${person}`);
  visits.set(person, visit);
  await visit.open();
  await visit.begin();
  const pressed = await interruptions[kind](visit, random);
  await visit.isOver();
  // What is still on its way has so long to arrive, and to be counted a second time.
  await new Promise((settle) => setTimeout(settle, 700));
  const counted = await server.counted(person);
  await context.close();
  const verdict = counted === pressed ? 'once' : counted > pressed ? 'doubled' : 'lost';
  const row = tally.get(kind);
  row.visits += 1;
  row[verdict] += 1;
  if (verdict !== 'once')
    console.log(`visit ${index + 1} (${kind}): pressed ${pressed} times, counted ${counted} times`);
}

const began = performance.now();
let next = 0;
const worker = async () => {
  while (next < count) await play(next++);
};
try {
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
} finally {
  await browser.close();
  await server.close();
}
console.table(Object.fromEntries(tally));
const once = [...tally.values()].reduce((sum, row) => sum + row.once, 0);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `${once} of ${count} interrupted visits counted exactly once (seed ${seed}, ${seconds} s${values.plant ? ', keys forgotten on purpose' : ''})`,
);
process.exitCode = once === count ? 0 : 1;
