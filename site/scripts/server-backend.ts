import type { Client } from '@groundswell/elements/contract';
import { createHttpClient } from '@groundswell/elements/http-client';
import { createSignInClient } from '@groundswell/elements/sign-in-client';

import type { DemoBackend, DemoCampaign } from './demo-backend.js';
import { guestId, type Person } from './people.js';

/** What a server says of itself that was started for a demonstration. */
export interface ServerDemo extends DemoCampaign {
  readonly mode: 'server';
  /** Where the API is, as a path. */
  readonly baseUrl: string;
  /** Says for which organization a visitor asks. */
  readonly publishableKey: string;
  /** Where the development outbox is shown. */
  readonly outbox: string;
}

/** The backend on the server that these pages are from, over HTTP. */
export const openServerBackend = (demo: ServerDemo): DemoBackend => ({
  campaign: demo,
  outboxUrl: demo.outbox,
  mailsCodes: true,
  clientFor: (person, language) => connect(demo, person, language),
  startOver: async () => {
    await post('/dev/start-over', {});
  },
});

function connect({ baseUrl, publishableKey }: ServerDemo, { userId }: Person, language: string): Client {
  const about = { baseUrl, publishableKey, language };
  if (userId === null) return createSignInClient({ ...about, guestId: guestId() });
  const getToken = () => becomePerson(userId);
  return createHttpClient({ ...about, getToken, outbox: true, owner: userId });
}

/** In place of signing in: a demonstration believes whoever one says to be. */
async function becomePerson(userId: string): Promise<string> {
  const { token } = (await post('/dev/session', { userId })) as { readonly token: string };
  return token;
}

async function post(path: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}
