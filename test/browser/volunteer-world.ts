import type { Change, Client, ClientErrorCode } from '@groundswell/elements/contract';
import { ClientError } from '@groundswell/elements/contract';
import { createEmbeddedBackend, type EmbeddedCaller } from '@groundswell/elements/embedded';
import { RIVERBEND_PEOPLE, riverbend } from '@groundswell/elements/mocks';
import type { LitElement } from 'lit';

import { everyElement, settled } from '../harness/settled.js';

/** One call as a backend would see it. */
export interface Heard {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly key: string | undefined;
}

/** A client that can be listened to and put into trouble. */
export interface WatchedClient extends Client {
  readonly heard: readonly Heard[];
  /** The calls of one operation. */
  calls(name: string): readonly Heard[];
  /** Fails these operations from now on, or none. */
  fail(code: ClientErrorCode | undefined, names?: RegExp): void;
  /** Holds every answer back until it is let go. */
  hold(): () => void;
  /** Answers writes as an outbox does without a network. */
  queue(): void;
  tell(change: Change): void;
  /** How many listen for changes. */
  listening(): number;
}

/** Wraps a client so that a test can listen to it and interfere. */
export function watch(inner: Client): WatchedClient {
  const heard: Heard[] = [];
  const listeners = new Set<(change: Change) => void>();
  let trouble: { code: ClientErrorCode; names: RegExp } | undefined;
  let isQueueing = false;
  let gate: Promise<void> = Promise.resolve();
  const enter = async (name: string, input: unknown, key: string | undefined): Promise<void> => {
    heard.push({ name, input: input as Heard['input'], key });
    await gate;
    if (trouble?.names.test(name)) throw new ClientError(trouble.code);
  };
  return {
    heard,
    calls: (name) => heard.filter((call) => call.name === name),
    fail: (code, names = /./) => (trouble = code === undefined ? undefined : { code, names }),
    hold: () => {
      let open: () => void = () => undefined;
      gate = new Promise((settle) => (open = settle));
      return open;
    },
    queue: () => (isQueueing = true),
    tell: (change) => listeners.forEach((listener) => listener(change)),
    listening: () => listeners.size,
    call: async (operation, input, ...rest) => {
      await enter(operation.name, input, rest[0]?.key);
      return inner.call(operation, input, ...rest);
    },
    submit: async (operation, input, options) => {
      await enter(operation.name, input, options.key);
      return isQueueing ? { state: 'queued' } : inner.submit(operation, input, options);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      const stop = inner.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}

interface World {
  readonly volunteer: WatchedClient;
  readonly organizer: Client;
  clientFor(caller: EmbeddedCaller): WatchedClient;
}

type Campaign = ReturnType<typeof riverbend>;

/** The invented campaign in the page, over a store in memory. */
export function openWorld(only: (action: Campaign['actions'][number]) => boolean = () => true): World {
  const whole = riverbend({ now: new Date(), eventCount: 0 });
  const actions = whole.actions.filter(only);
  const isKept = ({ actionId }: { readonly actionId: string }) => actions.some(({ id }) => id === actionId);
  const backend = createEmbeddedBackend({
    campaign: {
      ...whole,
      actions,
      events: [],
      deliveries: whole.deliveries.filter(isKept),
      shareLinks: whole.shareLinks.filter(isKept),
    },
    links: { web: 'https://riverbend.example.org/act?share={token}' },
  });
  return {
    volunteer: watch(backend.clientFor({ userId: RIVERBEND_PEOPLE.volunteer })),
    organizer: backend.clientFor({ userId: RIVERBEND_PEOPLE.organizer }),
    clientFor: (caller) => watch(backend.clientFor(caller)),
  };
}

/** Waits until an element and everything in it has come to rest. */
export async function rest(element: LitElement): Promise<void> {
  await element.updateComplete;
  await settled(element.parentNode ?? document);
}

/** The first element with this part, through shadow roots. */
export function part(element: Element, name: string): HTMLElement {
  const found = parts(element, name)[0];
  if (found === undefined) throw new Error(`There is no part "${name}" here.`);
  return found;
}

/** All elements with this part, through shadow roots. */
export function parts(element: Element, name: string): HTMLElement[] {
  return [...everyElement(element.shadowRoot ?? element)].filter(
    (candidate): candidate is HTMLElement =>
      candidate instanceof HTMLElement && candidate.part.contains(name),
  );
}

/** What a person can read in an element, in one line: nothing of what only code reads. */
export function textOf(element: Element): string {
  const own = (node: Node): string => {
    if (node instanceof HTMLElement && (node.hidden || node.localName === 'style')) return '';
    if (node instanceof Text) return node.data;
    const inside = node instanceof Element && node.shadowRoot !== null ? node.shadowRoot : node;
    return [...inside.childNodes].map(own).join(' ');
  };
  return own(element).replace(/\s+/g, ' ').trim();
}

/** Resolves with the next event of a name that reaches the document. */
export const heardOnPage = <Name extends keyof HTMLElementEventMap>(
  name: Name,
): Promise<HTMLElementEventMap[Name]> =>
  new Promise((settle) =>
    document.addEventListener(name, (event) => settle(event as HTMLElementEventMap[Name]), { once: true }),
  );

/** Makes every timer of the page short, until the answer is called. */
export function hurry(): () => void {
  const original = globalThis.setTimeout;
  const short = (handler: TimerHandler, delay?: number, ...rest: unknown[]) =>
    original(handler, Math.min(delay ?? 0, 30), ...rest);
  globalThis.setTimeout = short as typeof setTimeout;
  return () => (globalThis.setTimeout = original);
}

/** Waits until something is true, frame by frame, for at most so many frames. */
export async function until(condition: () => boolean, frames = 200): Promise<void> {
  for (let frame = 0; !condition(); frame += 1) {
    if (frame > frames) throw new Error(`It never came true: ${condition.toString()}`);
    await new Promise((settle) => requestAnimationFrame(settle));
  }
}
