import type { ActionPort } from '@groundswell/elements/backend';

import { MetAnother } from '../database/failures.js';
import { ACTION_COLUMNS, toAction, toRow } from './action-row.js';
import type { Counting } from './counting.js';
import { listActions } from './list-actions.js';
import { listFeed } from './list-feed.js';
import type { Organization } from './organization.js';

/** The actions of an organization. A row is only ever replaced by its next version. */
export const actionsOf = (organization: Organization, counting: Counting): ActionPort => {
  const { rows, orgId } = organization;
  const mine = () => rows.selectFrom('actions').where('org_id', '=', orgId);
  return {
    get: async (id) => {
      const row = await mine().where('id', '=', id).select(ACTION_COLUMNS).executeTakeFirst();
      if (row === undefined) return undefined;
      const action = toAction(row);
      counting.learnKind(id, action.content.kind);
      return action;
    },
    list: (query) => listActions(organization, query),
    feed: (query) => listFeed(organization, query),
    due: async (at) => {
      const due = await mine()
        .where('status', '=', 'scheduled')
        .where('publish_failure', 'is', null)
        .where('publish_at', '<=', at.toISOString())
        .orderBy('publish_at')
        .select(ACTION_COLUMNS)
        .execute();
      return due.map(toAction);
    },
    save: async (action) => {
      const row = toRow(action);
      if (action.version === 1) {
        await rows.insertInto('actions').values(row).execute();
        return;
      }
      const { numUpdatedRows } = await rows
        .updateTable('actions')
        .set(row)
        .where('org_id', '=', orgId)
        .where('id', '=', action.id)
        .where('version', '=', action.version - 1)
        .executeTakeFirst();
      // Somebody else was faster: run again, and see what they have made of it.
      if (numUpdatedRows === 0n) throw new MetAnother();
    },
  };
};
