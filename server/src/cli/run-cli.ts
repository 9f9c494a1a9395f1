import { CommanderError } from 'commander';

import { tell, type CommandWorld } from './command-world.js';
import { createProgram } from './create-program.js';
import { exitCodeOf, EXIT, type ExitCode } from './exit-codes.js';
import { explainFailure } from './explain-failure.js';

/** Runs one command and answers the code to exit with. Failures are said in words; it never throws. */
export async function runCli(args: readonly string[], world: CommandWorld): Promise<ExitCode> {
  try {
    await createProgram(world).parseAsync([...args], { from: 'user' });
    return EXIT.fine;
  } catch (error) {
    // What was wrong with the arguments has been said already.
    if (!(error instanceof CommanderError))
      tell(world, explainFailure(error, /^(?:debug|trace)$/.test(world.environment['LOG_LEVEL'] ?? '')));
    return exitCodeOf(error);
  }
}
