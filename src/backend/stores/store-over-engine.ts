import type { Action } from '../../domain/action/action-schema.js';
import type { Id, Timestamp } from '../../domain/values/id-schema.js';
import type { OutgoingMessage, Store } from '../ports.js';
import { BufferedTables } from './buffered-tables.js';
import type { Engine } from './engine.js';
import { portsOver } from './ports-over-tables.js';
import { listMessages } from './sign-in-over-tables.js';
import { WAITING_INDEX } from './tables.js';

/** A store in the page. Nothing delivers messages from there, but they can be read. */
export interface PageStore extends Store {
  /** The newest hundred messages of a campaign, in the order in which they were added. */
  messages(campaignId: Id): Promise<readonly OutgoingMessage[]>;
}

/** The whole store port over any engine: every transaction has the engine to itself and lands in one commit. */
export function storeOverEngine(engine: Engine): PageStore {
  return {
    transaction: (campaignId, mode, work) =>
      engine.withAccess(mode, async () => {
        const tables = new BufferedTables(engine, campaignId, mode);
        const answer = await work(portsOver(tables));
        const writes = tables.writes();
        if (writes.length > 0) await engine.commit(writes);
        return answer;
      }),
    nextDue: () =>
      engine.withAccess('read', async () => {
        const waiting = await engine.list('actions', WAITING_INDEX, WAITING_INDEX);
        return earliestByCampaign(waiting.map(({ row }) => row as Action));
      }),
    messages: (campaignId) =>
      engine.withAccess('read', () => listMessages(new BufferedTables(engine, campaignId, 'read'))),
    close: () => engine.close(),
  };
}

function earliestByCampaign(actions: readonly Action[]): { campaignId: string; publishAt: Timestamp }[] {
  const earliest = new Map<string, Timestamp>();
  for (const { campaignId, schedule } of actions) {
    if (schedule === null) continue;
    const known = earliest.get(campaignId);
    if (known === undefined || Date.parse(schedule.publishAt) < Date.parse(known)) {
      earliest.set(campaignId, schedule.publishAt);
    }
  }
  return [...earliest].map(([campaignId, publishAt]) => ({ campaignId, publishAt }));
}
