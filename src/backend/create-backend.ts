import type { Change } from '../contract/changes.js';
import { contract, type OperationName } from '../contract/contract.js';
import { createDispatch, type Dispatch, type HandlerContext, type Handlers } from '../contract/dispatch.js';
import { drawCode } from '../domain/sign-in/code.js';
import type { Id, Timestamp } from '../domain/values/id-schema.js';
import { Afterwards } from './afterwards.js';
import { actionHandlers } from './handlers/actions.js';
import { audienceHandlers } from './handlers/audience.js';
import { changeHandlers } from './handlers/changes.js';
import { feedHandlers } from './handlers/feed.js';
import { linkHandlers } from './handlers/links.js';
import { lookupHandlers } from './handlers/lookups.js';
import { performHandlers } from './handlers/perform.js';
import { publishingHandlers } from './handlers/publishing.js';
import { resultHandlers } from './handlers/results.js';
import { sessionHandlers } from './handlers/session.js';
import { signInHandlers } from './handlers/sign-in.js';
import type { Store, TransactionMode } from './ports.js';
import { publishScheduled } from './publish-scheduled.js';
import { runOnce } from './run-once.js';
import type { SignToken } from './session-token.js';
import type { Call, HandlersOf, LinkTemplates, Work } from './work.js';

export interface BackendOptions {
  readonly store: Store;
  /** The time. A test may stop it. */
  readonly now: () => Date;
  /** New ids, which are also share tokens: 16 to 64 of `A-Z a-z 0-9 _ -`, and nobody can guess the next. */
  readonly newId: () => Id;
  readonly links: LinkTemplates;
  /** New codes of six digits to sign in with, each as likely as any other; from the platform's own chance unless told. */
  readonly newCode?: () => string;
  /**
   * Makes the token of a session, after the session was kept. Without it, tokens are random, say nothing, and are good
   * for as long as their session.
   */
  readonly signToken?: SignToken;
  /** Told of what nobody foresaw, such as a store that breaks; the caller only hears `internal`. */
  readonly report?: (error: unknown, name: OperationName | 'publishDue' | 'onChange') => void;
  /** Told of every change after it has landed. */
  readonly onChange?: (change: Change, campaignId: Id) => void;
}

export interface Backend {
  readonly dispatch: Dispatch;
  /**
   * Publishes everything whose time has come, in all campaigns, and answers when the next thing is due. To be called
   * then, and again after any change.
   */
  publishDue(): Promise<Timestamp | null>;
}

const ALL: HandlersOf<OperationName> = {
  ...sessionHandlers,
  ...signInHandlers,
  ...actionHandlers,
  ...publishingHandlers,
  ...audienceHandlers,
  ...feedHandlers,
  ...performHandlers,
  ...linkHandlers,
  ...lookupHandlers,
  ...resultHandlers,
  ...changeHandlers,
};

/** Operations that are safe in HTTP and yet keep something: the link that they make at the first request. */
const MAKES_A_LINK: ReadonlySet<OperationName> = new Set(['links.share', 'links.referral']);

/** The rules and the protocol of a backend over a store that it is given. It has no clock and no chance of its own. */
export function createBackend(options: BackendOptions): Backend {
  const { report = () => undefined, links, newCode = randomCode, signToken = randomToken(options) } = options;
  const answer =
    (name: OperationName) =>
    async (input: unknown, { caller, key }: HandlerContext): Promise<unknown> => {
      const output = await transact(options, caller.campaignId, modeOf(name), (work) => {
        const call: Call = { ...work, caller, key, links, newCode, signToken };
        const handler = ALL[name] as (call: Call, input: unknown) => Promise<unknown>;
        return runOnce(call, name, input, () => handler(call, input));
      });
      return output instanceof Afterwards ? output.answer() : output;
    };
  const names = Object.keys(contract) as OperationName[];
  const handlers = Object.fromEntries(names.map((name) => [name, answer(name)])) as unknown as Handlers;
  return { dispatch: createDispatch(handlers, report), publishDue: () => publishDue(options) };
}

const randomCode = (): string => drawCode(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);

const randomToken =
  ({ newId }: Pick<BackendOptions, 'newId'>): SignToken =>
  ({ sessionExpiresAt }) =>
    Promise.resolve({ token: newId(), expiresAt: sessionExpiresAt });

const modeOf = (name: OperationName): TransactionMode =>
  contract[name].method === 'GET' && !MAKES_A_LINK.has(name) ? 'read' : 'write';

/** One transaction, and word of what changed once it has landed. */
async function transact<T>(
  { store, now, newId, onChange, report }: BackendOptions,
  campaignId: Id,
  mode: TransactionMode,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  let announced: Change[] = [];
  const output = await store.transaction(campaignId, mode, async (ports) => {
    // A store may run a transaction again after a conflict: only the last run counts.
    announced = [];
    const changes = announced;
    const announce: Work['announce'] = (topic, actionId) => changes.push({ topic, actionId });
    const result = await run({ ports, now: now(), newId, announce });
    if (changes.length > 0) await ports.changes.append(distinct(changes));
    return result;
  });
  for (const change of distinct(announced)) {
    try {
      onChange?.(change, campaignId);
    } catch (error) {
      report?.(error, 'onChange');
    }
  }
  return output;
}

async function publishDue(options: BackendOptions): Promise<Timestamp | null> {
  const { store, now, report } = options;
  for (const { campaignId, publishAt } of await store.nextDue()) {
    if (Date.parse(publishAt) > now().getTime()) continue;
    try {
      await transact(options, campaignId, 'write', publishScheduled);
    } catch (error) {
      report?.(error, 'publishDue');
    }
  }
  const times = (await store.nextDue()).map(({ publishAt }) => publishAt);
  return times.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

/** The same thing said twice in one transaction is said once. */
const distinct = (changes: readonly Change[]): Change[] => [
  ...new Map(changes.map((change) => [`${change.topic}/${change.actionId ?? ''}`, change])).values(),
];
