import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface RawExchange {
  /** Final answers in their order; none where the server only hung up. */
  readonly answers: readonly RawAnswer[];
  /** From the first byte that was sent to the last that came back, in milliseconds. */
  readonly ms: number;
}

export interface RawOptions {
  /** Milliseconds after which nothing is waited for any more. */
  readonly patience?: number;
  /** Whether our side of the connection is closed when everything is sent. */
  readonly ends?: boolean;
  /** Milliseconds between two parts. */
  readonly pause?: number;
}

/**
 * Writes bytes to a server, whatever they are, and reads until it hangs up. A request that is to be right says
 * `connection: close`.
 */
export function sendRaw(
  url: string,
  parts: Iterable<string | Uint8Array>,
  { patience = 30_000, ends = false, pause = 0 }: RawOptions = {},
): Promise<RawExchange> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const began = performance.now();
    let heard: number | undefined;
    const socket = connect(Number(port), hostname);
    const finish = () => {
      clearTimeout(timer);
      socket.destroy();
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ answers: readAnswers(text), ms: (heard ?? performance.now()) - began });
    };
    const timer = setTimeout(finish, patience);
    socket.on('data', (chunk) => {
      heard = performance.now();
      chunks.push(chunk);
    });
    socket.on('close', finish);
    // A server may hang up on whoever still sends: what it said before counts.
    socket.on('error', () => undefined);
    socket.on('connect', () => void writeAll());
    async function writeAll() {
      for (const part of parts) {
        if (socket.destroyed || !socket.writable) return;
        if (!socket.write(part))
          await new Promise((drained) => socket.once('drain', drained).once('close', drained));
        if (pause > 0) await new Promise((resume) => setTimeout(resume, pause));
      }
      if (ends) socket.end();
    }
  });
}

/** Answers as they stand one behind the other. A body of ours has no line that looks like the beginning of another. */
function readAnswers(text: string): RawAnswer[] {
  const beginnings = [...text.matchAll(/HTTP\/1\.1 (\d{3})[^\r\n]*\r\n/g)];
  return beginnings
    .map((found, index) => {
      const whole = text.slice(found.index, beginnings[index + 1]?.index);
      const split = whole.indexOf('\r\n\r\n');
      const type = /^content-type: *(.*)$/im.exec(whole.slice(0, split))?.[1] ?? '';
      return { status: Number(found[1]), type: type.trim(), body: whole.slice(split + 4) };
    })
    .filter(({ status }) => status >= 200);
}

/** A request as text; the length of the body is said unless headers say something of it. */
export function formatRequest(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string | Uint8Array,
): (string | Uint8Array)[] {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const hasLength = Object.keys(headers).some((name) => /^(content-length|transfer-encoding)$/i.test(name));
  const all = {
    host: 'server.example',
    connection: 'close',
    ...(bytes !== undefined && !hasLength && { 'content-length': String(bytes.length) }),
    ...headers,
  };
  const head = [
    `${method} ${path} HTTP/1.1`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
  ];
  return [`${head.join('\r\n')}\r\n\r\n`, ...(bytes === undefined ? [] : [bytes])];
}
