import { Command } from 'commander';

import type { CommandWorld } from './command-world.js';
import { addPartner } from './commands/add-partner.js';
import { createAdmin } from './commands/create-admin.js';
import { createKey } from './commands/create-key.js';
import { createOrganization } from './commands/create-organization.js';
import { deadLetters } from './commands/dead-letters.js';
import { endSessions } from './commands/end-sessions.js';
import { exportFile } from './commands/export-file.js';
import { importFile } from './commands/import-file.js';
import { listKeys } from './commands/list-keys.js';
import { migrateDatabase } from './commands/migrate-database.js';
import { rebuild } from './commands/rebuild.js';
import { revokeKey } from './commands/revoke-key.js';
import { revokePartner } from './commands/revoke-partner.js';
import { rotateKeys } from './commands/rotate-keys.js';
import { seed } from './commands/seed.js';
import { serve } from './commands/serve.js';
import { VERSION } from './version.js';

const NOTES = `
Settings come from the environment; the README lists them. Results go to standard output, everything else to standard error.
An id that begins with a dash goes after two: groundswell revoke-partner riverbend -- -x7

Exit codes:
  0  fine
  1  failed
  2  wrong usage, settings or input
  3  the database cannot be reached, or is in use`;

/** Every command, with its help. */
export function createProgram(world: CommandWorld): Command {
  const program = new Command('groundswell')
    .description('The server of Groundswell, and what there is to do around it')
    .version(VERSION)
    .addHelpText('after', NOTES)
    .showHelpAfterError('(groundswell --help says more)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: (text) => void world.stderr.write(text),
    });
  const add = (usage: string, description: string): Command =>
    program.command(usage).description(description).exitOverride();

  add('serve', 'answer requests, publish on time and deliver, until told to stop').action(() => serve(world));
  add('migrate', 'bring the tables up to date; every other command does so too').action(() =>
    migrateDatabase(world),
  );
  add('seed <campaign.json>', 'fill an organization with a campaign file').action((file: string) =>
    seed(world, file),
  );
  addOrganizationCommands(add, world);
  addAccessCommands(add, world);
  add('rotate-keys', 'sign tokens with a new key from now on')
    .option('--forget-old', 'refuse every token that is out there, at once')
    .action((options: { forgetOld?: boolean }) => rotateKeys(world, options));
  add('rebuild-results [org]', 'count results anew from the log, of one organization or of all').action(
    (orgId?: string) => rebuild(world, orgId),
  );
  add('export <org> [file]', 'write down an organization as JSON lines').action(
    (orgId: string, file?: string) => exportFile(world, orgId, file),
  );
  add('import <file>', 'read an organization from an export')
    .option('--replace', 'forget the organization first where it is there already')
    .action((file: string, options: { replace?: boolean }) => importFile(world, file, options));
  add('dead-letters [org]', 'list the messages that were given up')
    .option('--replay', 'queue them anew')
    .action((orgId: string | undefined, options: { replay?: boolean }) => deadLetters(world, orgId, options));
  return program;
}

function addOrganizationCommands(
  add: (usage: string, description: string) => Command,
  world: CommandWorld,
): void {
  add('create-org <id>', 'make an empty organization')
    .requiredOption('--name <name>', 'what it is called')
    .option('--time-zone <zone>', 'its time zone', 'UTC')
    .option('--language <tags...>', 'what it speaks, the first one first', ['en'])
    .option('--invited-only', 'only people who have an account may sign in')
    .action((id: string, options: Parameters<typeof createOrganization>[2]) =>
      createOrganization(world, id, options),
    );
  add('create-admin <org> <email>', 'make somebody an admin, who signs in with this e-mail address')
    .option('--first-name <name>', 'their first name', '')
    .option('--last-name <name>', 'their last name', '')
    .option('--role <role>', 'owner, admin or staff', 'admin')
    .action((orgId: string, email: string, options: Parameters<typeof createAdmin>[2]) =>
      createAdmin(world, { orgId, email }, options),
    );
  add('create-key <org>', 'make a publishable key for pages')
    .requiredOption(
      '--origin <origins...>',
      'pages that may carry it, such as https://example.org; * for any',
    )
    .action((orgId: string, options: { origin: string[] }) => createKey(world, orgId, options.origin));
}

/** Who may ask, and who may no more. */
function addAccessCommands(add: (usage: string, description: string) => Command, world: CommandWorld): void {
  add('keys <org>', 'list the publishable keys, the oldest first').action((orgId: string) =>
    listKeys(world, orgId),
  );
  add('revoke-key <key>', 'refuse pages that carry this publishable key').action((key: string) =>
    revokeKey(world, key),
  );
  add('add-partner <org> <name>', 'let a partner vouch for its own users, with what it signs')
    .option('--key <file>', 'its public key, as a JWK or PEM: P-256, Ed25519 or RSA')
    .option('--secret <file>', 'or a secret that it shares with this server, of 32 bytes or more')
    .action((orgId: string, name: string, options: Parameters<typeof addPartner>[2]) =>
      addPartner(world, { orgId, name }, options),
    );
  add('revoke-partner <org> <kid>', 'believe nothing more that is signed with this key of a partner').action(
    (orgId: string, kid: string) => revokePartner(world, orgId, kid),
  );
  add('end-sessions <org> <person>', 'sign somebody out everywhere, by e-mail address or id').action(
    (orgId: string, person: string) => endSessions(world, orgId, person),
  );
}
