import type { ActionContent } from './action-schema.js';

/** Which of two versions a field is to be taken from. */
export type Side = 'mine' | 'theirs';

const valueOf = (content: ActionContent, field: string): unknown =>
  Object.entries(content).find(([name]) => name === field)?.[1];

/** Whether two values of fields say the same, however they are nested. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  );
}

/** The fields in which two contents of one kind differ, in the order of the shape. */
export const differingFields = (a: ActionContent, b: ActionContent): string[] =>
  Object.keys(a).filter((field) => !isSame(valueOf(a, field), valueOf(b, field)));

/**
 * What to take of each field that differs, before anybody has chosen: mine where I have changed it, theirs elsewhere.
 *
 * @param base - What both started from.
 */
export function suggestSides(
  base: ActionContent,
  mine: ActionContent,
  theirs: ActionContent,
): Readonly<Record<string, Side>> {
  const changedByMe = new Set(differingFields(mine, base));
  const sides = differingFields(mine, theirs).map((field) => [
    field,
    changedByMe.has(field) ? 'mine' : 'theirs',
  ]);
  return Object.fromEntries(sides) as Record<string, Side>;
}

/** Theirs, with my value of every field for which my side was chosen. */
export function mergeContent(
  mine: ActionContent,
  theirs: ActionContent,
  sides: Readonly<Record<string, Side>>,
): ActionContent {
  const chosen = Object.entries(mine).filter(([field]) => sides[field] === 'mine');
  return { ...theirs, ...Object.fromEntries(chosen) };
}
