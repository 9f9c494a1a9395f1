import type { Client } from '@groundswell/elements/contract';
import { RIVERBEND_PEOPLE } from '@groundswell/elements/mocks';

import { campaignClient } from './volunteer-world.js';

type WorldOptions = Omit<NonNullable<Parameters<typeof campaignClient>[0]>, 'caller'>;

/** The invented campaign as its organizer sees it. Each call makes a world of its own. */
export const organizerClient = (options: WorldOptions = {}): Client =>
  campaignClient({ ...options, caller: { userId: RIVERBEND_PEOPLE.organizer } });

/** Waits until a part of an element is there, also through the code that is loaded when it is needed. */
export async function find<E extends Element>(root: ParentNode, ...path: string[]): Promise<E> {
  for (let frame = 0; frame < 300; frame += 1) {
    const found = path.reduce<ParentNode | null>((node, selector) => {
      const scope = node instanceof Element && node.shadowRoot !== null ? node.shadowRoot : node;
      return scope?.querySelector(selector) ?? null;
    }, root);
    if (found instanceof Element) return found as E;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`There is no ${path.join(' ')}.`);
}

/** Types into a control as a person would, as far as the element can tell. */
export function typeInto(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
