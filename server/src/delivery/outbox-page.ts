import { html } from 'hono/html';

import type { Parcel } from './delivery-port.js';
import type { DevelopmentOutbox } from './development-outbox.js';

/** Where the outbox is shown, and all that begins with it. */
export const OUTBOX_PATH = '/dev/outbox';

const STYLES = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-inline-size: 45rem; margin: 0 auto; padding: 1rem; }
article { border: 1px solid; border-radius: 0.5rem; padding: 0 1rem; margin-block: 1rem; }
h2 { overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
`;

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/**
 * Shows what a development outbox caught, as a page that needs no script. It holds what people would only find in their
 * own mailbox, so it answers this machine alone: `address` is where the request came from, and the name it was asked for
 * must be this machine's too, or any website could point its own name here and read along.
 */
export function createOutboxPage(
  outbox: Pick<DevelopmentOutbox, 'caught'>,
): (request: Request, address: string | undefined) => Promise<Response> {
  return async (request, address) => {
    const { pathname, hostname } = new URL(request.url);
    if (!isLoopback(address) || !isLoopback(hostname)) return new Response(null, { status: 404 });
    if (pathname === `${OUTBOX_PATH}/styles.css`)
      return new Response(STYLES, { headers: { ...HEADERS, 'content-type': 'text/css; charset=utf-8' } });
    if (pathname !== OUTBOX_PATH) return new Response(null, { status: 404 });
    const page = await pageOf(outbox.caught());
    return new Response(page.toString(), {
      headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8' },
    });
  };
}

/** Whether a name or an address is this machine's own. */
function isLoopback(name: string | undefined): boolean {
  if (name === undefined) return false;
  return /^(localhost|.+\.localhost|\[::1\]|::1)$/.test(name) || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(name);
}

const CHANNELS: Readonly<Record<Parcel['channel'], string>> = {
  email: 'E-mail',
  sms: 'Text message',
  push: 'Push message',
};

/** Values go between tags and never into attributes, where the helper's escaping would be enough only within quotes. */
const pageOf = (parcels: readonly Parcel[]) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Outbox</title>
        <link rel="stylesheet" href="/dev/outbox/styles.css" />
      </head>
      <body>
        <main>
          <h1>Outbox</h1>
          <p>Nothing leaves this machine: what would have been sent is here, the latest first.</p>
          <p><a href="/dev/outbox">Look again</a></p>
          ${parcels.length === 0 ? html`<p>Nothing was sent yet.</p>` : parcels.map(articleOf)}
        </main>
      </body>
    </html>`;

const articleOf = ({ channel, to, subject, text, orgId, createdAt }: Parcel) => html`
  <article>
    <h2>${subject ?? CHANNELS[channel]}</h2>
    <dl>
      <dt>Channel</dt>
      <dd>${CHANNELS[channel]}</dd>
      <dt>To</dt>
      <dd>${to}</dd>
      <dt>Organization</dt>
      <dd>${orgId}</dd>
      <dt>Written</dt>
      <dd>${createdAt}</dd>
    </dl>
    <pre>${text}</pre>
  </article>
`;
