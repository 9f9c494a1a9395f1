// A small static server for the built site, under the policy that the elements promise to work with.
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { findFreePort } from './find-free-port.mjs';

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
};

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

const isFile = async (path) => (await stat(path).catch(() => undefined))?.isFile() === true;

/** Gives the file of an address, or undefined: `/` and folders mean index.html, and `/feed` may mean feed.html. */
async function findFile(root, pathname) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const wanted = resolve(root, `.${decoded}`);
  for (const candidate of [wanted, `${wanted}.html`, join(wanted, 'index.html')]) {
    if (!(await isFile(candidate))) continue;
    const real = await realpath(candidate); // a link must not lead out either
    return real.startsWith(root + sep) ? real : undefined;
  }
  return undefined;
}

/** The file of an address as status, headers and body; undefined where there is none. */
async function findAnswer({ pathname, ifNoneMatch = '' }, { root, campaign }) {
  if (pathname === '/campaign.json' && campaign !== undefined)
    return answerWith({ type: types['.json'], body: campaign, ifNoneMatch });
  const file = await findFile(root, pathname);
  if (file === undefined) return undefined;
  return answerWith({
    type: types[extname(file)] ?? 'application/octet-stream',
    body: await readFile(file),
    ifNoneMatch,
    // The build puts a hash of the content into these names.
    cache: pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}

function answerWith({ status = 200, type, body, cache = 'no-cache', ifNoneMatch = '' }) {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = { ...securityHeaders, 'content-type': type, 'cache-control': cache, etag };
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (status === 200 && known.includes(etag)) return { status: 304, headers, body: null };
  return { status, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, body };
}

const answerWords = (status, words) => answerWith({ status, type: types['.txt'], body: `${words}\n` });

/**
 * The files of a folder as a function from request to response, for a server that has something else to say where there
 * is no file: then it gives undefined.
 * @param {{ root: string }} options
 * @returns {Promise<(request: Request) => Promise<Response | undefined>>}
 */
export async function createSiteFront({ root }) {
  const realRoot = await realpath(root);
  return async ({ method, url, headers }) => {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    const ifNoneMatch = headers.get('if-none-match') ?? '';
    const found = await findAnswer({ pathname: new URL(url).pathname, ifNoneMatch }, { root: realRoot });
    return found && new Response(method === 'HEAD' ? null : found.body, found);
  };
}

async function answer(request, options) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const refusal = answerWords(405, 'Only GET and HEAD.');
    return { ...refusal, headers: { ...refusal.headers, allow: 'GET, HEAD' } };
  }
  // Not `new URL`: it would resolve `..` and hide what was asked for.
  const pathname = (request.url ?? '/').split(/[?#]/, 1)[0];
  const ifNoneMatch = request.headers['if-none-match'];
  return (await findAnswer({ pathname, ifNoneMatch }, options)) ?? answerWords(404, 'Not found.');
}

function send(request, response, { status, headers, body }) {
  response.writeHead(status, headers);
  response.end(request.method === 'HEAD' ? undefined : (body ?? undefined));
}

function listen(server, port, host) {
  return new Promise((settle, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      settle();
    });
  });
}

/**
 * Serves a folder. Takes the next free port when the wanted one is taken; port 0 means any.
 * @param {{ root: string, port?: number, host?: string, campaign?: string }} options
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serveSite({ root, port = 0, host = 'localhost', campaign }) {
  const realRoot = await realpath(root);
  const server = createServer((request, response) => {
    answer(request, { root: realRoot, campaign })
      .catch((error) => {
        console.error(`${request.method} ${request.url}: ${error.message}`);
        return answerWords(500, 'Something went wrong here.');
      })
      .then((found) => send(request, response, found));
  });
  await listen(server, await findFreePort(port, host), host);
  const taken = server.address().port;
  const close = () =>
    new Promise((settle) => {
      server.close(() => settle());
      server.closeAllConnections();
    });
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`, port: taken, close };
}
