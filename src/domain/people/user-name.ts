import { isBlank } from '../values/is-blank.js';
import type { User } from './people-schema.js';

/** How a person is called in a list: first and last name, as far as there are any; else their id, never nothing. */
export function userName(user: Pick<User, 'id' | 'firstName' | 'lastName'>): string {
  const names = [user.firstName, user.lastName].filter((name) => !isBlank(name));
  return names.length === 0 ? user.id : names.map((name) => name.trim()).join(' ');
}
