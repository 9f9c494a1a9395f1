import '@groundswell/elements/volunteer';
import { getFeedAction, type FeedAction } from '@groundswell/elements/contract';
import type { ActionPageElement } from '@groundswell/elements/elements/action-page';
import type { HttpClient } from '@groundswell/elements/http-client';
import { RIVERBEND_PEOPLE } from '@groundswell/elements/mocks';
import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';

import { PENDING_DELAY } from '../../src/controllers/client-query.js';
import { everyElement } from '../harness/settled.js';
import { loudFaults, quietFaults, type Fault } from './faults.js';
import { HttpWorld, networks } from './http-world.js';
import { part, parts, rest, textOf, until } from './volunteer-world.js';

const SHARE = 'share-library-story';
const PETITION = 'petition-crossing';
const MARIGOLD = RIVERBEND_PEOPLE.volunteer;
const OWN_WORDS = 'Words that I have written myself, and would not like to write again.';

/** Something that a person does with an element while something goes wrong. */
interface Scene {
  readonly what: string;
  /** The element; what it shows has been loaded before anything goes wrong. */
  readonly element: (client: HttpClient) => TemplateResult | Promise<TemplateResult>;
  /** What the person does; absent where the element is only now put into the page. */
  readonly act?: (element: LitElement) => void | Promise<void>;
  /** What the person presses once it may work again. */
  readonly again: (element: LitElement) => void;
  readonly isReady: (element: LitElement) => boolean;
  /** What the person had typed. */
  readonly typed?: (element: LitElement) => string;
  /** What is said instead of the usual words. */
  readonly says?: (fault: Fault) => string | undefined;
  /** What must have been counted in the end, and it only once. */
  readonly counts?: string;
}

const pressRetry = (element: LitElement): void => part(element, 'retry').click();

const fieldOf = (element: LitElement, name: string) =>
  part(element, name) as HTMLInputElement | HTMLTextAreaElement;

function type(element: LitElement, name: string, text: string): void {
  const field = fieldOf(element, name);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

const load = (client: HttpClient, id: string): Promise<FeedAction> => client.call(getFeedAction, { id });

/** Opens nothing where a link is pressed. */
function press(link: HTMLElement): void {
  link.addEventListener('click', (event) => event.preventDefault(), { once: true });
  link.click();
}

const isAbsent = ({ what }: Fault): boolean => what.includes('404') || what.includes('410');

const scenes: readonly Scene[] = [
  {
    what: 'a feed that loads',
    element: (client) => html`<action-feed .client=${client}></action-feed>`,
    again: pressRetry,
    isReady: (feed) => parts(feed, 'article').length > 2,
  },
  {
    what: 'a search in the feed',
    element: (client) => html`<action-feed .client=${client} .searchDelay=${0}></action-feed>`,
    act: (feed) => type(feed, 'search', 'Alderwood'),
    again: pressRetry,
    isReady: (feed) => parts(feed, 'article').length === 1 && textOf(feed).includes('Share Ms. Alderwood'),
    typed: (feed) => fieldOf(feed, 'search').value,
  },
  {
    what: 'more of the feed',
    element: (client) => html`<action-feed .client=${client} .limit=${2}></action-feed>`,
    act: (feed) => part(feed, 'more').click(),
    again: (feed) => part(feed, 'more').click(),
    isReady: (feed) => parts(feed, 'article').length === 4,
  },
  {
    what: 'a card that loads',
    element: (client) => html`<action-card .client=${client} action-id=${PETITION}></action-card>`,
    again: pressRetry,
    isReady: (card) => parts(card, 'start').length === 1,
  },
  {
    what: 'the page of an action that loads',
    element: (client) => html`<action-page .client=${client} action-id=${SHARE}></action-page>`,
    again: pressRetry,
    isReady: (page) => parts(page, 'start').length === 1 && parts(page, 'description').length === 1,
    says: (fault) => (isAbsent(fault) ? 'This action is not available' : undefined),
  },
  {
    what: 'starting an action',
    element: (client) => html`<action-page .client=${client} action-id=${SHARE}></action-page>`,
    act: (page) => part(page, 'start').click(),
    again: (page) => {
      const [start] = parts(page, 'start');
      // Who has signed in again is told to the page by the page around it.
      if (start === undefined) void (page as ActionPageElement).reload();
      else start.click();
    },
    isReady: (page) => parts(page, 'qr-toggle').length === 1,
  },
  {
    what: 'sharing',
    element: async (client) =>
      html`<social-share .client=${client} .action=${await load(client, SHARE)}></social-share>`,
    act: (share) => {
      type(share, 'message', OWN_WORDS);
      press(parts(share, 'network')[0]!);
    },
    again: pressRetry,
    isReady: (share) => textOf(part(share, 'outcome')).includes('was opened'),
    typed: (share) => fieldOf(share, 'message').value,
    says: () => 'It could not be counted.',
    counts: SHARE,
  },
  {
    what: 'opening a webpage',
    element: async (client) =>
      html`<open-webpage .client=${client} .action=${await load(client, PETITION)}></open-webpage>`,
    act: (webpage) => press(part(webpage, 'open')),
    again: pressRetry,
    isReady: (webpage) => textOf(part(webpage, 'open')).includes('Open it again'),
    says: () => 'It could not be recorded.',
    counts: PETITION,
  },
];

/** What is said at once to people who use a screen reader, and seen by all others. */
const alerts = (element: LitElement): string =>
  [...everyElement(element.shadowRoot ?? element)]
    .filter((one) => one.getAttribute('role') === 'alert' && one.checkVisibility())
    .map(textOf)
    .join(' ');

/** Waits and tries again as a page does, only faster; who asks for changes is not let go on. */
const quickly = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  milliseconds < 60_000
    ? Promise.resolve()
    : new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));

const nextFrame = () => new Promise((settle) => requestAnimationFrame(settle));

/** Says sooner that something is loading, so that no test has to wait for it. */
function sayLoadingSoon(): () => void {
  const original = globalThis.setTimeout;
  const sooner = (handler: TimerHandler, delay?: number, ...rest: unknown[]) =>
    original(handler, delay === PENDING_DELAY ? 10 : delay, ...rest);
  globalThis.setTimeout = sooner as typeof setTimeout;
  return () => (globalThis.setTimeout = original);
}

describe('when something goes wrong between page and server', () => {
  let world: HttpWorld;
  let end: () => void;
  let sayLoadingAsUsual: () => void;

  beforeEach(() => {
    world = new HttpWorld();
    end = () => undefined;
    sayLoadingAsUsual = sayLoadingSoon();
  });

  afterEach(async () => {
    end();
    sayLoadingAsUsual();
    await world.close();
  });

  /** Puts an element into the page, lets something go wrong, and does what the person does. */
  async function play(scene: Scene, fault: Fault): Promise<LitElement> {
    const client = world.open(MARIGOLD, {
      retry: { sleep: quickly },
      ...(fault.timeout !== undefined && { timeout: fault.timeout }),
    });
    const begin = () => {
      world.network = fault.network;
      end = fault.begin?.(world) ?? end;
    };
    if (scene.act === undefined) begin();
    const element: LitElement = await fixture(await scene.element(client));
    if (scene.act === undefined) return element;
    await rest(element);
    begin();
    await scene.act(element);
    return element;
  }

  async function isCountedOnce({ counts }: Scene): Promise<void> {
    if (counts === undefined) return;
    // What is under way has until here to arrive.
    for (let frame = 0; frame < 60 && (await world.counted(MARIGOLD, counts)) === 0; frame += 1)
      await nextFrame();
    expect(await world.counted(MARIGOLD, counts)).to.equal(1);
  }

  function repair(): void {
    world.network = networks.up;
    end();
  }

  for (const scene of scenes)
    for (const fault of loudFaults)
      it(`has words and a way on for ${scene.what} when ${fault.what}`, async () => {
        const element = await play(scene, fault);
        const typed = scene.typed?.(element);
        const says = scene.says?.(fault) ?? fault.says;
        await until(() => textOf(element).includes(says) || scene.isReady(element));
        await element.updateComplete;
        if (scene.what === 'starting an action' && fault.says.includes('offline'))
          // Whoever performs has also started: being offline keeps nobody from going on.
          expect(scene.isReady(element)).to.equal(true);
        else {
          await until(
            () => alerts(element) !== '' || textOf(element).includes('Please sign in to take part'),
          );
          expect(textOf(element)).to.contain(says);
          repair();
          scene.again(element);
          await until(() => scene.isReady(element) && alerts(element) === '');
        }
        expect(scene.typed?.(element)).to.equal(typed);
        await isCountedOnce(scene);
      });

  for (const scene of scenes)
    for (const makeFault of quietFaults) {
      const fault = makeFault();
      it(`needs nobody’s help for ${scene.what} when ${fault.what}`, async () => {
        const element = await play(scene, fault);
        const typed = scene.typed?.(element);
        let heard = '';
        await until(() => {
          heard += alerts(element);
          return scene.isReady(element);
        });
        await rest(element);
        expect(heard + alerts(element)).to.equal('');
        expect(scene.typed?.(element)).to.equal(typed);
        await isCountedOnce(scene);
      });
    }

  it('goes on saying that one thing was not counted when another one was, and counts both in the end', async () => {
    const client = world.open(MARIGOLD);
    const share: LitElement = await fixture(
      html`<social-share .client=${client} .action=${await load(client, SHARE)}></social-share>`,
    );
    await rest(share);
    world.network = networks.down;
    press(parts(share, 'network')[0]!);
    await until(() => alerts(share).includes('could not be counted'));
    world.network = networks.up;
    press(parts(share, 'network')[1]!);
    await until(() => world.sent().length === 1);
    await rest(share);
    expect(alerts(share)).to.include('could not be counted');
    pressRetry(share);
    await until(() => alerts(share) === '' && world.sent().length === 2);
    expect(await world.counted(MARIGOLD, SHARE)).to.equal(2);
  });

  for (const scene of scenes.filter(({ act }) => act === undefined))
    it(`says that it is loading for ${scene.what} when nobody has answered yet`, async () => {
      const [slow] = quietFaults;
      const element = await play(scene, slow!());
      await until(() => textOf(element).includes('Loading…'));
      await until(() => scene.isReady(element));
      expect(textOf(element)).to.not.contain('Loading…');
    });
});
