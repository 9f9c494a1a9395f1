import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';

import { describeError } from './describe-error.js';

/**
 * The only fields that a line of the log can have. None of them holds what a person has typed, who a person is, an
 * address, or a URL; whoever needs another field adds it here, where everybody sees it.
 */
export const LOG_FIELDS: ReadonlySet<string> = new Set([
  ...['err', 'component', 'requestId', 'operation', 'method', 'status', 'ms', 'bytes', 'orgId', 'role'],
  ...['attempt', 'channel', 'count', 'host', 'job', 'kind', 'port', 'queue', 'reason', 'step', 'version'],
]);

/** A field holds a name or a number, never a text. */
const LONGEST = 200;

export interface LogOptions {
  readonly level?: LoggerOptions['level'];
  /** Where lines go; standard output unless told. */
  readonly destination?: DestinationStream;
}

/**
 * A log of JSON lines that keeps personal data out by what it is, not by everybody's care: fields that are not on the
 * list are dropped, an error is its name, code and stack without its message, and a message is a fixed text.
 */
export function createLog({ level = 'info', destination }: LogOptions = {}): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label) => ({ level: label }),
      log: keepListed,
    },
    serializers: { err: describeError },
    hooks: {
      // Whatever would be put into the message, or stand in its place, is left out.
      logMethod(args, method) {
        const [first, second] = args as unknown[];
        const isFields = typeof first === 'object' && first !== null;
        const message = isFields ? second : first;
        const fields = first instanceof Error ? { err: first } : isFields ? first : {};
        method.call(this, fields, typeof message === 'string' ? message : 'failed');
      },
    },
  };
  const log = destination === undefined ? pino(options) : pino(options, destination);
  // What a child is bound to does not pass the formatters of its parent.
  const inherited = Object.getPrototypeOf(log) as Logger;
  log.child = function bindListed(this: Logger, bindings, childOptions) {
    return inherited.child.call(this, keepListed(bindings), childOptions);
  } as Logger['child'];
  return log;
}

function keepListed(fields: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(fields).filter(([name]) => LOG_FIELDS.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, shorten(value)]));
}

const shorten = (value: unknown): unknown =>
  typeof value === 'string' && value.length > LONGEST ? value.slice(0, LONGEST) : value;
