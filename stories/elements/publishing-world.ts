import type { Client } from '@groundswell/elements/contract';
import type { Action } from '@groundswell/elements/domain';
import { createEmbeddedClient } from '@groundswell/elements/embedded';
import { RIVERBEND_PEOPLE, riverbend } from '@groundswell/elements/mocks';

export { failing, silent, LONG_TITLE } from './volunteer-world.js';

type World = ReturnType<typeof riverbend>;
type SeedAction = World['actions'][number];

interface WorldOptions {
  /** The action that the story is about, which keeps its events. */
  readonly id: string;
  /** What the story wants different about it. */
  readonly change?: (action: SeedAction) => SeedAction;
  /** How many events the whole campaign has; few unless told, so that stories open fast. */
  readonly eventCount?: number;
  readonly appLink?: boolean;
}

/** An organizer's client of the invented campaign. Each call makes a world of its own. */
export function organizerClient({ id, change, eventCount = 300, appLink = true }: WorldOptions): Client {
  const whole = riverbend({ now: new Date(), eventCount });
  return createEmbeddedClient({
    campaign: {
      ...whole,
      actions: whole.actions.map((action) => (action.id === id && change ? change(action) : action)),
    },
    caller: { userId: RIVERBEND_PEOPLE.organizer },
    links: {
      web: 'https://riverbend.example.org/act?share={token}',
      ...(appLink && { app: 'https://app.example.org/riverbend/{token}' }),
    },
  });
}

/** The same action with other words. */
export const saying =
  (words: Partial<Pick<Action['content'], 'title' | 'description'>>) =>
  (action: SeedAction): SeedAction => ({ ...action, content: { ...action.content, ...words } });

/** Waits for something that a story's element shows by and by. */
export async function until<T>(find: () => T | null | undefined | false): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = find();
    if (found !== null && found !== undefined && found !== false) return found;
    await new Promise((settle) => requestAnimationFrame(settle));
  }
  throw new Error('What the story waits for never came.');
}

/** What is inside an element on the canvas, by selector, as soon as it is there. */
export const inside =
  (canvas: HTMLElement, tag: string) =>
  <E extends HTMLElement = HTMLElement>(selector: string): Promise<E> =>
    until(() => canvas.querySelector(tag)?.shadowRoot?.querySelector<E>(selector));

/** Writes into a field as a person would. */
export function fill(control: HTMLInputElement, value: string): void {
  control.value = value;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
