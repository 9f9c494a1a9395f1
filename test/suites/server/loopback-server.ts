import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** A real HTTP server on this machine that keeps what arrives and answers as it is told. */
export interface LoopbackServer {
  readonly origin: string;
  readonly arrivals: Arrival[];
  answer: (arrival: Arrival) => Reply | Promise<Reply>;
  close(): Promise<void>;
}

export async function startLoopbackServer(): Promise<LoopbackServer> {
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const arrival = { method, path: url, headers, body: Buffer.concat(chunks) };
      server.arrivals.push(arrival);
      void Promise.resolve(server.answer(arrival)).then((reply) =>
        response.writeHead(reply.status, reply.headers).end(reply.body),
      );
    });
  });
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  const server: LoopbackServer = {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    arrivals: [],
    answer: () => ({ status: 201 }),
    close: () =>
      new Promise((closed) => {
        http.close(() => closed());
        http.closeAllConnections();
      }),
  };
  return server;
}
