import { parseArgs } from 'node:util';
import { chooseSeed } from './random.mjs';

const COMMON = {
  database: { type: 'string', default: 'postgres' },
  seed: { type: 'string' },
  plant: { type: 'boolean', default: false },
  hasty: { type: 'boolean', default: false },
  'no-build': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
};

const COMMON_HELP = `
  --database <name>   postgres (default; a server of its own is started) or pglite
  --hasty             let PostgreSQL not wait for the disk: for trying out, not for figures
  --seed <number>     the same dice again
  --plant             put a fault in, which has to be noticed: ends with 1
  --no-build          take dist/ as it is
  --help              this text
`;

/**
 * What was typed after a script's name, or the help and an end.
 *
 * @param {{ usage: string, numbers: Record<string, number>, options?: Record<string, [standard: number, about: string]> }}
 *   script `numbers` are the positional ones, in order, each with what it is without being given.
 */
export function readArguments({ usage, numbers, options = {} }) {
  const lines = Object.entries(options).map(
    ([name, [standard, about]]) => `  ${`--${name} <number>`.padEnd(20)}${about} (default ${standard})\n`,
  );
  const help = `${usage.trim()}\n\n${lines.join('')}${COMMON_HELP.replace(/^\n/, '')}`;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...COMMON,
        ...Object.fromEntries(Object.keys(options).map((name) => [name, { type: 'string' }])),
      },
    });
    if (values.help) {
      console.log(help.trimEnd());
      process.exit(0);
    }
    if (!['postgres', 'pglite'].includes(values.database))
      throw new Error('--database is postgres or pglite.');
    return {
      ...Object.fromEntries(
        Object.entries(numbers).map(([name, standard], index) => [
          name,
          readNumber(name, positionals[index], standard),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(options).map(([name, [standard]]) => [name, readNumber(name, values[name], standard)]),
      ),
      seed: chooseSeed(values.seed),
      plant: values.plant,
      world: { database: values.database, durable: !values.hasty, build: !values['no-build'] },
    };
  } catch (error) {
    console.error(`${error.message}\n\n${help}`);
    return process.exit(2);
  }
}

function readNumber(name, text, standard) {
  const number = Number(text ?? standard);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} must be a whole number from 1.`);
  return number;
}
