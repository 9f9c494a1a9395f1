import type { Caller } from '../contract/caller.js';
import type { Change } from '../contract/changes.js';
import type { Contract, OperationName } from '../contract/contract.js';
import type { OutputOf, ParsedInputOf } from '../contract/operation.js';
import type { Id, Timestamp } from '../domain/values/id-schema.js';
import type { Afterwards } from './afterwards.js';
import type { Ports } from './ports.js';
import type { SignToken } from './session-token.js';

/** Where links lead: `{token}` stands for a share token, `{code}` for a referral code. */
export interface LinkTemplates {
  /** The page that resolves share links, such as `https://example.org/act?share={token}`. */
  readonly web: string;
  /** The same in the organization's app, where it has one. */
  readonly app?: string | undefined;
  /** A page that counts the click and goes on; without it a personal link leads straight to what is shared. */
  readonly referral?: string | undefined;
}

/** One piece of work inside one transaction: the store, the moment, and who hears of it afterwards. */
export interface Work {
  readonly ports: Ports;
  /** One moment for the whole transaction. */
  readonly now: Date;
  readonly newId: () => Id;
  /** Tells of a change after the transaction has landed. */
  readonly announce: (topic: Change['topic'], actionId: Id) => void;
}

/** One call being answered. */
export interface Call extends Work {
  readonly caller: Caller;
  readonly key: string | undefined;
  readonly links: LinkTemplates;
  /** A new code of six digits to sign in with. */
  readonly newCode: () => string;
  readonly signToken: SignToken;
}

type Answer<Name extends OperationName> = OutputOf<Contract[Name]>;

/** Answers one operation: load, ask the domain, save, append events, return. */
export type Handler<Name extends OperationName> = (
  call: Call,
  input: ParsedInputOf<Contract[Name]>,
) => Promise<Answer<Name> | Afterwards<Answer<Name>>>;

export type HandlersOf<Name extends OperationName> = { readonly [N in Name]: Handler<N> };

/** The moment of a piece of work as it is stored. */
export const stamp = (work: Pick<Work, 'now'>): Timestamp => work.now.toISOString();
