import type { EmbeddedCaller } from '@groundswell/elements/embedded';
import { RIVERBEND_PEOPLE } from '@groundswell/elements/mocks/riverbend';

import type { DemoCampaign } from './demo-backend.js';
import { settingOr } from './demo-settings.js';

export type PersonKey = 'visitor' | 'volunteer' | 'voluntaria' | 'organizer';

/** Somebody whom one can be in the demonstration. */
export interface Person {
  readonly key: PersonKey;
  /** Empty for the visitor, who has no name. */
  readonly name: string;
  readonly userId: string | null;
  /** The language they would choose; the visitor leaves it as it is. */
  readonly language: 'en' | 'es' | null;
}

type User = DemoCampaign['users'][number];

/** Somebody without an account. */
export const VISITOR: Person = { key: 'visitor', name: '', userId: null, language: null };

const isSpanish = (user: User): boolean => /^es\b/i.test(user.language);
const volunteers = (user: User): boolean => user.role === 'volunteer';

/** A visitor, a volunteer for each language, and an organizer, as far as the campaign has such people. */
export function choosePeople({ users }: Pick<DemoCampaign, 'users'>): readonly Person[] {
  const find = (preferredId: string, fits: (user: User) => boolean) =>
    users.find((user) => user.id === preferredId && fits(user)) ?? users.find(fits);
  const chosen: readonly [PersonKey, User | undefined][] = [
    ['volunteer', find(RIVERBEND_PEOPLE.volunteer, (user) => volunteers(user) && !isSpanish(user))],
    [
      'voluntaria',
      find(RIVERBEND_PEOPLE.spanishSpeakingVolunteer, (user) => volunteers(user) && isSpanish(user)),
    ],
    ['organizer', find(RIVERBEND_PEOPLE.organizer, (user) => !volunteers(user))],
  ];
  return [VISITOR, ...chosen.flatMap(([key, user]) => (user === undefined ? [] : [toPerson(key, user)]))];
}

const toPerson = (key: PersonKey, user: User): Person => ({
  key,
  name: `${user.firstName} ${user.lastName}`,
  userId: user.id,
  language: isSpanish(user) ? 'es' : 'en',
});

/** The person as the backend in the page knows them; a visitor by a random id that this device keeps. */
export const toCaller = ({ userId }: Person, language: string): EmbeddedCaller =>
  userId === null ? { guestId: guestId(), language } : { userId, language };

/** What this device is known by where nobody has signed in. */
export const guestId = (): string => settingOr('guest', makeGuestId);

/** `crypto.randomUUID` needs https or localhost; this works on any address. */
const makeGuestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
