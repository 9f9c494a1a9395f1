import {
  ClientError,
  type Client,
  type ClientErrorCode,
  type FeedAction,
} from '@groundswell/elements/contract';
import { createEmbeddedClient, type EmbeddedCaller } from '@groundswell/elements/embedded';
import { aFeedAction, RIVERBEND_PEOPLE, riverbend, someContent } from '@groundswell/elements/mocks';

type World = ReturnType<typeof riverbend>;

interface WorldOptions {
  readonly caller?: EmbeddedCaller;
  /** Keeps only some of the campaign's actions. */
  readonly only?: (action: World['actions'][number]) => boolean;
}

/** A client of the invented campaign, for a volunteer unless told otherwise. Each call makes a world of its own. */
export function campaignClient({ caller, only = () => true }: WorldOptions = {}): Client {
  const whole = riverbend({ now: new Date(), eventCount: 200 });
  const actions = whole.actions.filter(only);
  const isKept = ({ actionId }: { readonly actionId: string }) => actions.some(({ id }) => id === actionId);
  return createEmbeddedClient({
    campaign: {
      ...whole,
      actions,
      deliveries: whole.deliveries.filter(isKept),
      events: whole.events.filter(isKept),
      shareLinks: whole.shareLinks.filter(isKept),
    },
    caller: caller ?? { userId: RIVERBEND_PEOPLE.volunteer },
    links: { web: 'https://riverbend.example.org/act?share={token}' },
  });
}

/** The same client, on which some operations fail with this code. */
export const failing = (client: Client, code: ClientErrorCode, names = /./): Client => ({
  ...client,
  call: (operation, input, ...rest) =>
    names.test(operation.name)
      ? Promise.reject(new ClientError(code))
      : client.call(operation, input, ...rest),
  submit: (operation, input, options) =>
    names.test(operation.name)
      ? Promise.reject(new ClientError(code))
      : client.submit(operation, input, options),
});

/** The same client without a network: it keeps writes on the device. */
export const keepingWrites = (client: Client): Client => ({
  ...client,
  submit: () => Promise.resolve({ state: 'queued' }),
});

/** A client whose answers never come. */
export const silent = (client: Client): Client => ({
  ...client,
  call: () => new Promise<never>(() => undefined),
});

/** An action to share, with what a story wants different. */
export const sharing = (overrides: Parameters<typeof someContent<'social_sharing'>>[1] = {}): FeedAction =>
  aFeedAction({
    id: 'share-library-story',
    content: someContent('social_sharing', {
      title: 'Share the story of a late reader',
      description: 'She came for the radiator and stayed for the alphabet. Pass her story on.',
      shareLink: 'https://riverbend.example.org/stories/learning-to-read-at-61',
      sampleMessage: 'Our library wants to stay open in the evening. Watch, then add your name.',
      startLabel: 'preset:share',
      ...overrides,
    }),
  });

/** An action that leads to a page elsewhere. */
export const petition = (overrides: Parameters<typeof someContent<'open_webpage'>>[1] = {}): FeedAction =>
  aFeedAction({
    content: someContent('open_webpage', {
      title: 'Sign for a safe crossing on Alder Street',
      description: 'Two hundred children cross here every morning, and nobody stops for them.',
      webLink: 'https://petitions.example.org/alder-street',
      startLabel: 'preset:sign_up',
      ...overrides,
    }),
  });

/** As long as an organizer may write, and a word that no line can hold. */
export const LONG_TITLE = `${'Riverbend'.repeat(30)} ${'keeps the library open in the evening '.repeat(20)}`;
export const LONG_TEXT = 'First line.\n\nSecond paragraph with what everybody should know. '.repeat(20);
