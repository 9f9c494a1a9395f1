import { createBackend, type Backend, type BackendOptions } from '../../../src/backend/create-backend.js';
import {
  campaignData,
  type CampaignData,
  type CampaignDataInput,
} from '../../../src/backend/campaign-data-schema.js';
import type { Store } from '../../../src/backend/ports.js';
import { seedStore } from '../../../src/backend/seed-store.js';
import { createMemoryStore } from '../../../src/backend/stores/memory.js';
import { conformanceCampaign } from '../../../src/conformance.js';
import type { Caller } from '../../../src/contract/caller.js';
import type { Action, ActionContentInput } from '../../../src/domain/action/action-schema.js';

export const NOON = '2026-09-01T12:00:00.000Z';

export const staff: Caller = { role: 'staff', campaignId: 'conformance', userId: 'staff-1', language: 'en' };
export const volunteer: Caller = {
  role: 'volunteer',
  campaignId: 'conformance',
  userId: 'volunteer-1',
  language: 'en',
};
export const visitor: Caller = { role: 'visitor', campaignId: 'conformance', language: 'en' };

export const content: ActionContentInput = {
  kind: 'open_webpage',
  title: 'Read the plan',
  description: 'Two pages',
  webLink: 'https://example.org/plan',
};

/** The campaign of the suite with changes of one's own. */
export const campaignWith = (changes: Partial<CampaignDataInput> = {}): CampaignData =>
  campaignData.parse({ ...conformanceCampaign, ...changes });

export interface TestBackend extends Backend {
  readonly store: Store;
  readonly clock: { now: Date };
  /** Creates an action and publishes it to everybody. */
  publish(changes?: Partial<ActionContentInput>): Promise<Action>;
}

/** A backend over the campaign of the suite, whose clock stands at noon. */
export async function openBackend(
  options: Partial<BackendOptions> & { readonly data?: CampaignData } = {},
): Promise<TestBackend> {
  const { store = createMemoryStore(), data = campaignWith(), ...rest } = options;
  const clock = { now: new Date(NOON) };
  await seedStore(store, data);
  const backend = createBackend({
    store,
    now: () => clock.now,
    newId: () => crypto.randomUUID(),
    links: { web: 'https://vote.example/?share={token}' },
    ...rest,
  });
  const publish = async (changes: Partial<ActionContentInput> = {}): Promise<Action> => {
    const key = crypto.randomUUID();
    const draft = await backend.dispatch(
      staff,
      'actions.create',
      { content: { ...content, ...changes } },
      { key },
    );
    const { id, version } = draft as Action;
    return (await backend.dispatch(staff, 'actions.publish', { id, version })) as Action;
  };
  return { ...backend, store, clock, publish };
}

/** The code of the problem that a call ends in. */
export const problemOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no problem',
    (error: unknown) => (error as { code?: unknown }).code ?? error,
  );
