import { randomBytes } from 'node:crypto';

import type { Store } from '@groundswell/elements/backend';
import { isStaff, type Id } from '@groundswell/elements/domain';

import type { TokenSigner } from '../identity/token-signer.js';

/** How long a session of the demonstration lasts, in ms. */
const LIFETIME = 86_400_000;

export interface BecomingOptions {
  readonly store: Store;
  readonly signToken: TokenSigner;
  readonly orgId: Id;
  readonly now: () => Date;
}

/**
 * A session of somebody, without asking whether it is them: for demonstrations alone.
 *
 * @returns Undefined where the campaign has no such person.
 */
export function becomePerson({ store, signToken, orgId, now }: BecomingOptions, userId: Id) {
  const sessionId = randomBytes(16).toString('base64url');
  return store
    .transaction(orgId, 'write', async ({ people, sessions }) => {
      const user = await people.find(userId);
      if (user === undefined) return undefined;
      const createdAt = now().toISOString();
      const expiresAt = new Date(now().getTime() + LIFETIME).toISOString();
      await sessions.save({ id: sessionId, userId, createdAt, expiresAt, endedAt: null });
      return user;
    })
    .then((user) => {
      if (user === undefined) return undefined;
      const role = isStaff(user.role) ? 'staff' : 'volunteer';
      return signToken({ campaignId: orgId, userId, role, sessionId, language: user.language });
    });
}
