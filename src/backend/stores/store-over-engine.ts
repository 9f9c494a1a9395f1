import type { Action } from '../../domain/action/action-schema.js';
import type { Timestamp } from '../../domain/values/id-schema.js';
import type { Store } from '../ports.js';
import { BufferedTables } from './buffered-tables.js';
import type { Engine } from './engine.js';
import { portsOver } from './ports-over-tables.js';
import { WAITING_INDEX } from './tables.js';

/** The whole store port over any engine: every transaction has the engine to itself and lands in one commit. */
export function storeOverEngine(engine: Engine): Store {
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
