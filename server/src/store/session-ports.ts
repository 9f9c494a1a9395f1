import { sql } from 'kysely';

import type { SessionPort, SignInCode, SignInPort } from '@groundswell/elements/backend';

import type { Organization } from './organization.js';

/** Codes that were sent to an address and wait to be typed. */
export const signInOf = ({ rows, orgId }: Organization): SignInPort => {
  const codes = rows.selectFrom('sign_in_codes').where('org_id', '=', orgId);
  return {
    // Locked, so that of two who type at once each try is counted.
    find: async (address) =>
      (
        await codes
          .where('address', '=', address)
          .select(sql<SignInCode>`body`.as('body'))
          .forUpdate()
          .executeTakeFirst()
      )?.body,
    save: async (code) => {
      const row = { expires_at: code.expiresAt, body: JSON.stringify(code) };
      await rows
        .insertInto('sign_in_codes')
        .values({ org_id: orgId, address: code.address, ...row })
        .onConflict((known) => known.columns(['org_id', 'address']).doUpdateSet(row))
        .execute();
    },
    forget: async (address) => {
      await rows
        .deleteFrom('sign_in_codes')
        .where('org_id', '=', orgId)
        .where('address', '=', address)
        .execute();
    },
  };
};

/** Who is signed in. */
export const sessionsOf = ({ rows, orgId }: Organization): SessionPort => ({
  find: (id) =>
    rows
      .selectFrom('sessions')
      .where('org_id', '=', orgId)
      .where('id', '=', id)
      .select([
        'id',
        'user_id as userId',
        'created_at as createdAt',
        'expires_at as expiresAt',
        'ended_at as endedAt',
      ])
      .executeTakeFirst(),
  save: async ({ id, userId, createdAt, expiresAt, endedAt }) => {
    const changes = { user_id: userId, created_at: createdAt, expires_at: expiresAt, ended_at: endedAt };
    await rows
      .insertInto('sessions')
      .values({ org_id: orgId, id, ...changes })
      .onConflict((known) => known.columns(['org_id', 'id']).doUpdateSet(changes))
      .execute();
  },
  end: async (id, at) => {
    await rows
      .updateTable('sessions')
      .set({ ended_at: at })
      .where('org_id', '=', orgId)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
  },
});
