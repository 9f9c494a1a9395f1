// A server of Node with the invented campaign, as many people as there are visits, and a way to get between a request that
// counts and its answer.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { getFeedAction } from '@groundswell/elements/contract';
import { createEmbeddedBackend } from '@groundswell/elements/embedded';
import { createFetchHandler } from '@groundswell/elements/http';
import { riverbend } from '@groundswell/elements/mocks';

export const ACTION = 'share-river-day';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const bodyOf = async (incoming) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const toRequest = ({ method, url, headers }, body) =>
  new Request(`http://localhost${url}`, { method, headers, ...(body.length > 0 && { body }) });

/** One request that counts, and what can become of it. */
function exchangeOf(request, handle, outgoing) {
  let answering;
  const accept = () => (answering ??= handle(request).then(async (answer) => [answer, await answer.text()]));
  const send = async (part) => {
    const [{ status, headers }, text] = await accept();
    if (outgoing.destroyed) return;
    const length = { 'content-length': Buffer.byteLength(text) };
    outgoing.writeHead(status, { ...Object.fromEntries(headers), ...length });
    outgoing.write(text.slice(0, Math.ceil(text.length * part)));
  };
  return {
    /** Does what was asked for, without an answer. */
    accept,
    cut: () => outgoing.destroy(),
    reply: async () => {
      await send(1);
      outgoing.end();
    },
    replyHalf: async () => {
      await send(0.5);
      setTimeout(() => outgoing.destroy(), 5);
    },
  };
}

/**
 * @param folder - What is served beside the API.
 * @param people - The ids of everybody who visits.
 * @param onSend - Told of each request that counts: by whom, and the exchange that it is part of.
 * @param isPlanted - Whether the server forgets keys, so that what is sent twice counts twice.
 */
export async function startServer({ folder, people, onSend, isPlanted }) {
  const campaign = riverbend({ now: new Date(), eventCount: 0 });
  const [someone] = campaign.users.filter(({ role }) => role === 'volunteer');
  const users = [...campaign.users, ...people.map((id) => ({ ...someone, id, email: `${id}@example.org` }))];
  const backend = createEmbeddedBackend({
    campaign: { ...campaign, users, events: [] },
    links: { web: 'https://example.org/?share={token}' },
  });
  const forgetful = (caller, name, input, options) =>
    backend.dispatch(caller, name, input, {
      ...options,
      ...(options.key !== undefined && { key: randomUUID() }),
    });
  const personOf = (headers) => headers.get('authorization')?.replace('Bearer ', '') ?? '';
  const handle = createFetchHandler({
    dispatch: isPlanted ? forgetful : backend.dispatch,
    basePath: '/api',
    authenticate: ({ headers }) => ({
      ...{ role: 'volunteer', campaignId: campaign.campaign.id },
      ...{ userId: personOf(headers), language: 'en' },
    }),
  });

  async function answerCall(incoming, outgoing) {
    const request = toRequest(incoming, await bodyOf(incoming));
    const exchange = exchangeOf(request, handle, outgoing);
    if (incoming.url === `/api/perform/${ACTION}`) await onSend(personOf(request.headers), exchange);
    else await exchange.reply();
  }

  async function answerFile(incoming, outgoing) {
    const { pathname } = new URL(incoming.url, 'http://localhost');
    const body = await readFile(`${folder}${pathname === '/' ? '/index.html' : pathname}`);
    outgoing.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'text/html' }).end(body);
  }

  const server = createServer((incoming, outgoing) => {
    const answer = incoming.url.startsWith('/api/') ? answerCall : answerFile;
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise((settle) => server.listen(0, 'localhost', settle));
  return {
    address: `http://localhost:${server.address().port}`,
    /** How often somebody has done the action, as the server counts. */
    counted: async (userId) => {
      const client = backend.clientFor({ userId });
      return (await client.call(getFeedAction, { id: ACTION })).engagement.performs;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await backend.close();
    },
  };
}
