import { createHash } from 'node:crypto';

import { toSqlText } from './sql-text.js';

/** The longest name that is a key as it is, in UTF-16 units. */
const LONGEST = 200;

/** A counter's name as a key, and the whole name as JSON where it is too long to be one or has signs that a key cannot have. */
export interface CounterKey {
  readonly name: string;
  readonly label: string | null;
}

export function toCounterKey(name: string): CounterKey {
  if (name.length <= LONGEST && toSqlText(name) === name && !name.startsWith('#'))
    return { name, label: null };
  const label = JSON.stringify(name);
  return { name: `#${createHash('sha256').update(label).digest('base64url')}`, label };
}

export const fromCounterKey = ({ name, label }: CounterKey): string =>
  label === null ? name : (JSON.parse(label) as string);
