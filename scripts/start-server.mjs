// The demonstration on the server: what `npm start` opens unless it is told otherwise. Needs dist/esm, server/dist and
// dist/site.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from './find-free-port.mjs';
import { createSiteFront } from './serve-site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The campaign to show, told from a moment; a file's own times stay as they are. */
async function chooseCampaign(data, text, origin) {
  if (data !== undefined) {
    const sign = createHash('sha256').update(text).digest('base64url').slice(0, 12);
    return () => ({ ...data, revision: `${data.revision.replaceAll('@', '-').slice(0, 40)}#${sign}` });
  }
  const { riverbend } = await import('../dist/esm/mocks/riverbend.js');
  return (now) => riverbend({ now, sceneUrl: (name) => `${origin}/images/${name}.svg` });
}

/** Forgets the data of the demonstration, as far as it is in this folder, unless another process has it. */
function forget(folder, lockFolder) {
  const unlock = lockFolder(resolve(folder, 'database'));
  for (const name of ['database', 'media', 'uploads'])
    rmSync(resolve(folder, name), { recursive: true, force: true });
  unlock();
}

/**
 * @param {{ port: number, host: string, data: string, fresh: boolean, campaign?: { data: object, text: string } }} options
 * @param {Promise<unknown>} built - Resolves when the pages are there.
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function startServer({ port: wanted, host, data, fresh, campaign }, built) {
  const { lockFolder, openDemo, readSettings } = await import('../server/dist/index.js');
  const port = await findFreePort(wanted, host);
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const folder = resolve(root, data);
  const settings = readSettings({
    LOG_LEVEL: 'warn',
    ...process.env,
    ...{ NODE_ENV: 'development', HOST: host, PORT: String(port) },
    ...{ GROUNDSWELL_DATA: folder, GROUNDSWELL_PUBLIC_URL: origin },
  });
  if (fresh && settings.database.kind === 'pglite') forget(folder, lockFolder);
  let front;
  const demo = await openDemo({
    settings,
    campaign: await chooseCampaign(campaign?.data, campaign?.text, origin),
    startsOver: fresh,
    site: async (request) => {
      front ??= built.then(() => createSiteFront({ root: `${root}dist/site` }));
      return (await front)(request);
    },
  });
  return { url: `${origin}/`, port, close: demo.close };
}
