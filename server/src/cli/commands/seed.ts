import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { checkCampaignFile, describeProblems, seedStore } from '@groundswell/elements/backend';

import { addMessage } from '../../delivery/add-message.js';
import { createPostgresStore } from '../../store/create-store.js';
import { say, tell, withDatabase, type CommandWorld } from '../command-world.js';
import { WrongInput } from '../exit-codes.js';
import { explainFileError } from '../explain-file-error.js';
import { requireId } from '../require-organization.js';

/**
 * Fills an organization with a campaign file, and says its id. A file of the revision that is there already changes
 * nothing; another revision takes the place of everything that the campaign had.
 *
 * @throws WrongInput that names every problem by line and column.
 */
export async function seed(world: CommandWorld, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw explainFileError(file, error);
  });
  const check = checkCampaignFile(text);
  if (!check.ok) throw new WrongInput(describeProblems(basename(file), check.problems).join('\n'));
  const orgId = requireId(check.data.campaign.id);
  const isNew = await withDatabase(world, (database) =>
    seedStore(
      createPostgresStore(database, {
        messages: ({ rows }) => ({ add: (message) => addMessage(rows, orgId, message) }),
      }),
      check.data,
    ),
  );
  say(world, orgId);
  if (!isNew) tell(world, 'This revision is there already: nothing was changed.');
}
