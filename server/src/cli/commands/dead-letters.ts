import { INSTALLATION } from '../../database/database.js';
import { listDeadLetters, replayDeadLetters } from '../../delivery/dead-letters.js';
import { listOrganizations } from '../../jobs/list-organizations.js';
import { say, tell, withDatabase, type CommandWorld } from '../command-world.js';
import { requireOrganization } from '../require-organization.js';

/**
 * Lists the messages that were given up, one a line: organization, id, channel, attempts, why, and since when. Nothing
 * that is personal. With `--replay` those that still can be sent are queued anew, and listed alone.
 */
export async function deadLetters(
  world: CommandWorld,
  org: string | undefined,
  { replay = false }: { readonly replay?: boolean },
): Promise<void> {
  await withDatabase(world, async (database) => {
    const orgIds =
      org === undefined
        ? (await listOrganizations(database)).filter((id) => id !== INSTALLATION)
        : [await requireOrganization(database, org)];
    let count = 0;
    for (const orgId of orgIds) {
      const letters = await listDeadLetters(database, orgId);
      const queued = replay ? new Set(await replayDeadLetters(database, orgId)) : undefined;
      for (const { id, channel, attempts, code, createdAt } of letters) {
        if (queued?.has(id) === false) continue;
        say(world, [orgId, id, channel, attempts, code, createdAt].join('\t'));
        count += 1;
      }
    }
    tell(world, replay ? `${count} queued anew.` : `${count} given up.`);
  });
}
