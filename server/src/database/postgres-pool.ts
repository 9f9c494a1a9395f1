import pg from 'pg';

import { TYPE_PARSERS, type Pool } from './pool.js';
import { prepareStatements } from './prepare-statements.js';

export interface PostgresOptions {
  readonly url: string;
  /** How many connections this process holds at the most; 10 unless told. */
  readonly connections?: number;
  /** Told of connections that broke while nobody used them; they are replaced. */
  readonly report?: (error: Error) => void;
}

/** A PostgreSQL server, by its address. */
export function openPostgres({ url, connections = 10, report = () => undefined }: PostgresOptions): Pool {
  const settings: pg.PoolConfig = {
    connectionString: url,
    types: { getTypeParser },
    application_name: 'groundswell',
  };
  const pool = new pg.Pool({ ...settings, max: connections, connectionTimeoutMillis: 10_000 });
  pool.on('error', report);
  // One that breaks between two statements of a transaction tells nobody else; the next statement fails by it.
  pool.on('connect', (client) => void client.on('error', report));
  return {
    kind: 'postgres',
    connect: async () => prepareStatements(await pool.connect()),
    listen: (channel, heard) => listen(() => new pg.Client(settings), channel, heard, report),
    end: () => pool.end(),
  };
}

/** Values as the contract has them; what is not ours to say as pg reads it. */
const readByPg = pg.types.getTypeParser as (oid: number, format?: string) => (value: string) => unknown;
const getTypeParser = (oid: number, format?: string) => TYPE_PARSERS[oid] ?? readByPg(oid, format);

/** The pause before a listener connects again, in ms: what is said meanwhile is caught up with by asking. */
const RECONNECT_AFTER = 1000;

/** Listens on a connection of its own, and again on another one when that breaks. */
async function listen(
  connect: () => pg.Client,
  channel: string,
  heard: (payload: string) => void,
  report: (error: Error) => void,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const stopped = new AbortController();
  const open = async () => {
    const next = connect();
    const retry = (error?: Error) => {
      if (error !== undefined) report(error);
      next.removeAllListeners('notification');
      if (client === next) client = undefined;
      clearTimeout(timer);
      if (!stopped.signal.aborted) timer = setTimeout(() => void open().catch(retry), RECONNECT_AFTER);
    };
    next.on('error', retry);
    next.on('end', () => client === next && retry());
    next.on('notification', ({ payload }) => heard(payload ?? ''));
    await next.connect();
    await next.query(`listen ${next.escapeIdentifier(channel)}`);
    client = next;
    // What was said while nobody listened is not known: an empty payload asks everybody to look.
    heard('');
  };
  await open();
  return async () => {
    stopped.abort();
    clearTimeout(timer);
    await client?.end();
  };
}
