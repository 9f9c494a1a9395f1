// What can be said to `npm start`.
import { parseArgs } from 'node:util';

export const help = `Usage: npm start -- [options]

  --port <number>      where to listen; the next free port when it is taken (default 8080)
  --host <name>        which network interface to listen on (default localhost: this machine only)
  --campaign <file>    show the campaign of this JSON file instead of the invented one
  --data <folder>      where the server keeps its data (default .groundswell)
  --fresh              forget what was done before
  --embedded           no server: everything in the browser
  --open, --no-open    open the page in a browser (default: no)
  --help               this text

DATABASE_URL in the environment makes the server use that PostgreSQL; --fresh then begins the campaign anew and leaves
everything else in the database alone.
`;

/** @throws Error in words where something is not an option, or not a value for it. */
export function readOptions() {
  const { values } = parseArgs({
    allowPositionals: false,
    options: {
      port: { type: 'string', default: process.env.PORT ?? '8080' },
      host: { type: 'string', default: 'localhost' },
      campaign: { type: 'string' },
      data: { type: 'string', default: process.env.GROUNDSWELL_DATA ?? '.groundswell' },
      fresh: { type: 'boolean', default: false },
      embedded: { type: 'boolean', default: false },
      open: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new Error(`--port must be a number from 0 to 65535, not "${values.port}".`);
  if (!values.embedded && !/^(?:localhost|127(?:\.\d+){3}|::1)$/.test(values.host))
    throw new Error(
      `--host ${values.host} lets others in, and in this demonstration everybody can be anybody. Add --embedded: then each browser has its own data.`,
    );
  return { ...values, port, open: values.open && !values['no-open'] };
}
