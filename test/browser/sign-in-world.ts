import { createEmbeddedBackend } from '@groundswell/elements/embedded';
import { riverbend } from '@groundswell/elements/mocks';

import { watch, type WatchedClient } from './volunteer-world.js';

/** A campaign in which somebody who is new can sign in, and the mail that they would get. */
export interface SignInWorld {
  readonly visitor: WatchedClient;
  /** The code of the latest mail. */
  code(): Promise<string>;
  /** How many mails there are. */
  mails(): Promise<number>;
}

export function openSignInWorld(): SignInWorld {
  const campaign = riverbend({ now: new Date(), eventCount: 0 });
  const backend = createEmbeddedBackend({
    campaign: { ...campaign, events: [] },
    links: { web: 'https://riverbend.example.org/act?share={token}' },
  });
  return {
    visitor: watch(backend.clientFor({ guestId: 'guest-1' })),
    code: async () => /(?<!\d)\d{6}(?!\d)/.exec((await backend.messages()).at(-1)?.text ?? '')?.[0] ?? '',
    mails: async () => (await backend.messages()).length,
  };
}

/** A code that is not this one. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
