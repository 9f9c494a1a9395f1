import * as z from 'zod/mini';

import type { Id } from '@groundswell/elements/domain';
import { ProblemError } from '@groundswell/elements/contract';

import type { Database } from '../database/database.js';
import { isPushService } from './is-push-service.js';

/** Where one browser of a person can be reached, as its `PushSubscription` says. */
export interface PushSubscription {
  readonly id: Id;
  readonly userId: Id;
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

export interface PushSubscriptions {
  /** Keeps a subscription. An address that is there already is then this person's. */
  save(orgId: Id, subscription: PushSubscription): Promise<void>;
  of(orgId: Id, userId: Id): Promise<readonly PushSubscription[]>;
  forget(orgId: Id, id: Id): Promise<void>;
}

export interface PushSubscriptionsOptions {
  readonly database: Database;
  readonly now: () => Date;
  /** Which addresses are those of a push service; those of the browsers unless told. */
  readonly isService?: (endpoint: string) => boolean;
}

/** 65 bytes and 16 bytes: RFC 8291, section 2. */
const keys = z.object({
  p256dh: z.string().check(z.regex(/^[A-Za-z0-9_-]{87}=?$/)),
  auth: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}(==)?$/)),
});

export function createPushSubscriptions(options: PushSubscriptionsOptions): PushSubscriptions {
  const { database, now, isService = isPushService } = options;
  return {
    save: async (orgId, subscription) => {
      if (!isService(subscription.endpoint) || !keys.safeParse(subscription.keys).success)
        throw new ProblemError('invalid-input');
      const row = {
        user_id: subscription.userId,
        keys: JSON.stringify(subscription.keys),
        created_at: now().toISOString(),
      };
      await database.inOrganization(orgId, 'write', (rows) =>
        rows
          .insertInto('push_subscriptions')
          .values({ org_id: orgId, id: subscription.id, endpoint: subscription.endpoint, ...row })
          .onConflict((conflict) => conflict.columns(['org_id', 'endpoint']).doUpdateSet(row))
          .execute(),
      );
    },
    of: (orgId, userId) =>
      database.inOrganization(orgId, 'read', async (rows) => {
        const found = await rows
          .selectFrom('push_subscriptions')
          .select(['id', 'user_id as userId', 'endpoint', 'keys'])
          .where('org_id', '=', orgId)
          .where('user_id', '=', userId)
          .orderBy('created_at')
          .execute();
        return found.map((row) => ({ ...row, keys: keys.parse(row.keys) }));
      }),
    forget: async (orgId, id) => {
      await database.inOrganization(orgId, 'write', (rows) =>
        rows.deleteFrom('push_subscriptions').where('org_id', '=', orgId).where('id', '=', id).execute(),
      );
    },
  };
}
