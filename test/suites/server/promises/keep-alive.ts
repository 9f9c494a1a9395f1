import { Agent, request as send, type IncomingMessage } from 'node:http';

import type { Answer } from './check-answer.js';

export interface PlainRequest {
  readonly method: string;
  /** To the letter: nothing is resolved or escaped on the way. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** Sends requests over connections that stay open, as they are. */
export class KeepAlive {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });
  readonly #host: string;
  readonly #port: number;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#host = hostname;
    this.#port = Number(port);
  }

  send({ method, path, headers, body }: PlainRequest): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = send(
        { agent: this.#agent, host: this.#host, port: this.#port, method, path, headers },
        (incoming) => void readAnswer(incoming).then(resolve, reject),
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

async function readAnswer(incoming: IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = incoming;
  const type = headers['content-type'] ?? '';
  // A stream has no end: its beginning is the answer.
  if (type === 'text/event-stream') {
    incoming.destroy();
    return { status, type, text: '' };
  }
  let text = '';
  incoming.setEncoding('utf8');
  for await (const part of incoming) text += String(part);
  return { status, type, text };
}
