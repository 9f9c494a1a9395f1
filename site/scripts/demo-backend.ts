import type { Client } from '@groundswell/elements/contract';
import type { CampaignData } from '@groundswell/elements/embedded';

import { openServerBackend, type ServerDemo } from './server-backend.js';
import type { Person } from './people.js';

type From<List extends 'users' | 'actions', Field extends keyof CampaignData[List][number]> = readonly Pick<
  CampaignData[List][number],
  Field
>[];

/** What the pages show of a campaign by themselves, beside what their elements show. */
export interface DemoCampaign {
  readonly campaign: Pick<CampaignData['campaign'], 'name' | 'slogan' | 'logo'>;
  readonly users: From<'users', 'id' | 'firstName' | 'lastName' | 'role' | 'language'>;
  readonly actions: From<'actions', 'id' | 'status' | 'visibility'>;
  readonly shareLinks: readonly { readonly token: string }[];
}

/** Where the demonstration's data is: in the browser, or on the server that the page is from. */
export interface DemoBackend {
  readonly campaign: DemoCampaign;
  /** Where one can read what would have been sent; null where nothing is ever sent. */
  readonly outboxUrl: string | null;
  /** Whether people can sign in by themselves, with a code that is mailed to them. */
  readonly mailsCodes: boolean;
  clientFor(person: Person, language: string): Client;
  /** From now on everything is as it was in the beginning, in every tab. */
  startOver(): Promise<void>;
}

/** What the place that the site is from says of itself: `demo.json` of the build, or of the server. */
type Demo = { readonly mode: 'embedded' } | ServerDemo;

/** Opens whatever is behind these pages. */
export async function openDemoBackend(): Promise<DemoBackend> {
  const response = await fetch(new URL('demo.json', document.baseURI));
  if (!response.ok) throw new Error(`demo.json: ${response.status}`);
  const demo = (await response.json()) as Demo;
  if (demo.mode === 'server') return openServerBackend(demo);
  const { openEmbeddedBackend } = await import('./embedded-backend.js');
  return openEmbeddedBackend();
}
