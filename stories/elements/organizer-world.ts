import type { Client } from '@groundswell/elements/contract';
import { RIVERBEND_PEOPLE } from '@groundswell/elements/mocks';

import { campaignClient } from './volunteer-world.js';

type Only = NonNullable<Parameters<typeof campaignClient>[0]>['only'];

/** A client of the invented campaign for somebody who organizes. Each call makes a world of its own. */
export const organizerClient = ({ only }: { readonly only?: Only } = {}): Client =>
  campaignClient({ caller: { userId: RIVERBEND_PEOPLE.organizer }, ...(only !== undefined && { only }) });

/** What is on the canvas, looked for through one shadow root after the other, as soon as it is there. */
export async function find<E extends Element = HTMLInputElement>(
  canvas: ParentNode,
  ...path: readonly string[]
): Promise<E> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = follow(canvas, path);
    if (found !== null) return found as E;
    await new Promise((settle) => requestAnimationFrame(settle));
  }
  throw new Error(`${path.join(' > ')} never came.`);
}

function follow(canvas: ParentNode, path: readonly string[]): Element | null {
  let place: ParentNode | null = canvas;
  let found: Element | null = null;
  for (const selector of path) {
    found = place?.querySelector(selector) ?? null;
    place = found?.shadowRoot ?? null;
  }
  return found;
}

/** Writes into a field as a person would. */
export function typeInto(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
