import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { getRequestListener } from '@hono/node-server';

import { ProblemError, type ProblemCode } from '@groundswell/elements/contract';

import { answerStatus } from './to-problem.js';

export interface ListenOptions {
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>;
  readonly host?: string | undefined;
  /** 0 for any that is free. */
  readonly port: number;
  /** Told first when the process is to end, so that nothing new begins and streams end. */
  readonly drain: () => void;
  /** What nobody foresaw in the answering itself. */
  readonly report: (error: unknown) => void;
  /** Times in milliseconds. */
  readonly times?: Partial<ListenTimes>;
}

export interface ListenTimes {
  /** For all headers of a request to arrive. */
  readonly headers: number;
  /** For a whole request to arrive, an upload included; calls have a deadline of their own. */
  readonly request: number;
  /** How often connections are looked at for being late. */
  readonly check: number;
  /** For what was accepted to be finished when the process ends. */
  readonly grace: number;
}

const TIMES: ListenTimes = { headers: 10_000, request: 300_000, check: 2000, grace: 25_000 };

export interface Listening {
  readonly url: string;
  /** Takes nothing new, finishes what was accepted, and resolves when all connections are closed. */
  close(): Promise<void>;
}

/**
 * Listens for requests.
 *
 * @throws The error of the system where the port cannot be had.
 */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { fetch, host = '127.0.0.1', port, report } = options;
  const times = { ...TIMES, ...options.times };
  const answer = getRequestListener(fetch, {
    overrideGlobalObjects: false,
    errorHandler: (error) => answerUnreadable(error, report),
  });
  const server = createServer(
    {
      headersTimeout: times.headers,
      requestTimeout: times.request,
      connectionsCheckingInterval: times.check,
      keepAliveTimeout: 65_000,
    },
    (incoming, outgoing) => void answer(incoming, outgoing),
  );
  server.on('clientError', answerBroken);
  const busy = watchConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  let closing: Promise<void> | undefined;
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () => (closing ??= close({ server, busy, drain: options.drain, grace: times.grace })),
  };
}

/** Open connections, each with the number of requests that are being answered on it. */
type Connections = ReadonlyMap<Socket, number>;

function watchConnections(server: Server): Connections {
  const connections = new Map<Socket, number>();
  const count = (socket: Socket, change: number) => {
    const before = connections.get(socket);
    if (before !== undefined) connections.set(socket, before + change);
  };
  server.on('connection', (socket: Socket) => {
    connections.set(socket, 0);
    socket.once('close', () => connections.delete(socket));
  });
  server.on('request', ({ socket }, outgoing) => {
    count(socket, 1);
    outgoing.once('close', () => count(socket, -1));
  });
  return connections;
}

interface Closing {
  readonly server: Server;
  readonly busy: Connections;
  readonly drain: () => void;
  readonly grace: number;
}

/** How often connections that have nothing to do are looked for, in milliseconds. */
const SWEEP = 20;

async function close({ server, busy, drain, grace }: Closing): Promise<void> {
  drain();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // One that is kept alive becomes idle only after its answer, and browsers open some that they never use: to Node
  // these are not idle, so they are looked for here, again and again.
  const sweeping = setInterval(() => {
    for (const [socket, requests] of busy) if (requests === 0) socket.destroySoon();
  }, SWEEP);
  const ending = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearInterval(sweeping);
  clearTimeout(ending);
}

/** A request whose address or host makes no sense never becomes one. */
function answerUnreadable(error: unknown, report: (error: unknown) => void): Response {
  if (error instanceof Error && error.name === 'RequestError')
    return answerStatus(400, 'not a request', 'invalid-input');
  report(error);
  return answerStatus(500, 'internal', 'internal');
}

const NO_HTTP = [400, 'not HTTP', 'invalid-input'] as const;

const BROKEN: Readonly<Record<string, readonly [status: number, title: string, code: ProblemCode]>> = {
  HPE_HEADER_OVERFLOW: [431, 'headers too large', 'invalid-input'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'sent too slowly', 'unavailable'],
};

/** What is no HTTP, or arrives too slowly, is answered by hand and hung up on. */
function answerBroken(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, title, code] = BROKEN[error.code ?? ''] ?? NO_HTTP;
  const body = JSON.stringify({ ...new ProblemError(code).toProblem(), title, status });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    ...(code === 'unavailable' ? ['retry-after: 5'] : []),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
