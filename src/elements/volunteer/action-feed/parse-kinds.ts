import { ACTION_KINDS, type ActionKind } from '../../../domain/action/action-kind.js';

/** The kinds that an attribute names, apart by spaces. A name that is none is left out with a warning. */
export function parseKinds(attribute: string): readonly ActionKind[] {
  return attribute.split(/\s+/).flatMap((name) => {
    const kind = ACTION_KINDS.find((known) => known === name);
    if (kind !== undefined) return [kind];
    if (name !== '') console.warn(`<action-feed>: "${name}" is not a kind of action.`);
    return [];
  });
}
