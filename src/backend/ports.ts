import type { ActionList, listActions } from '../contract/actions.js';
import type { Change } from '../contract/changes.js';
import type { Engagement } from '../contract/feed.js';
import type { ParsedInputOf } from '../contract/operation.js';
import type { ActionKind } from '../domain/action/action-kind.js';
import type { Action } from '../domain/action/action-schema.js';
import type { Viewer } from '../domain/audience/visibility.js';
import type { Campaign } from '../domain/people/campaign-schema.js';
import type { ContactList, District, Folder, User, UserList } from '../domain/people/people-schema.js';
import type { CustomField } from '../domain/report/field-schema.js';
import type { Tag } from '../domain/report/tag-schema.js';
import type { ActionEvent, Participant } from '../domain/results/event-schema.js';
import type { Results } from '../domain/results/results-schema.js';
import type { Id, Timestamp } from '../domain/values/id-schema.js';
import type { CampaignData, Delivery } from './campaign-data-schema.js';

/**
 * What a backend needs of a store. Everything happens in a transaction that is bound to one campaign: no question can
 * be asked without it, and no answer holds a row of another. A transaction lands whole or not at all.
 */
export interface Store {
  /**
   * Runs `work` over the rows of one campaign. What throws inside leaves nothing behind. `read` transactions may run
   * beside each other and refuse to write; `write` transactions behave as if they ran one after the other.
   */
  transaction<T>(campaignId: Id, mode: TransactionMode, work: (ports: Ports) => Promise<T>): Promise<T>;
  /** The earliest time at which each campaign has something to publish; failed attempts do not count. */
  nextDue(): Promise<readonly { readonly campaignId: Id; readonly publishAt: Timestamp }[]>;
  /** Lets go of files, connections and locks. */
  close(): Promise<void>;
}

export type TransactionMode = 'read' | 'write';

/** The questions, each of which a SQL store answers with one indexed query and a store in memory with a loop. */
export interface Ports {
  readonly campaign: CampaignPort;
  readonly people: PeoplePort;
  readonly lookups: LookupPort;
  readonly actions: ActionPort;
  readonly deliveries: DeliveryPort;
  readonly events: EventPort;
  readonly results: ResultPort;
  readonly keys: KeyPort;
  readonly shareLinks: ShareLinkPort;
  readonly referrals: ReferralPort;
  readonly changes: ChangePort;
  readonly signIn: SignInPort;
  readonly sessions: SessionPort;
  readonly messages: MessagePort;
}

export interface CampaignPort {
  get(): Promise<Campaign | undefined>;
  /** The revision of the data that this campaign was filled with; undefined where there is none. */
  revision(): Promise<string | undefined>;
  /** Forgets everything about this campaign and holds this instead. */
  replace(data: CampaignData): Promise<void>;
}

export interface PeoplePort {
  find(userId: Id): Promise<User | undefined>;
  /** Upper and lower case are the same. Where several people share an address, the one with the first id. */
  findByEmail(email: string): Promise<User | undefined>;
  /** Adds a person, or takes the place of the one with this id. */
  save(user: User): Promise<void>;
  everyone(): Promise<readonly User[]>;
  /** Users on any of these lists. */
  members(listIds: readonly Id[]): Promise<ReadonlySet<Id>>;
  listsInFolders(folderIds: readonly Id[]): Promise<readonly Id[]>;
}

/** What can be looked up and referred to by id. */
export interface LookupRows {
  userLists: UserList;
  contactLists: ContactList;
  users: User;
  tags: Tag;
  fields: CustomField;
  districts: District;
  folders: Folder;
}

export interface PageQuery {
  readonly search: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly total: number;
}

export interface LookupPort {
  /** In their order, else by name. A cursor that this store did not make is `invalid-input`. */
  page<T extends keyof LookupRows>(table: T, query: PageQuery): Promise<Page<LookupRows[T]>>;
  /** Those of the ids that this campaign does not have. */
  missing(table: keyof LookupRows, ids: readonly Id[]): Promise<readonly Id[]>;
}

export type ActionQuery = ParsedInputOf<typeof listActions>;

export interface FeedQuery extends PageQuery {
  readonly viewer: Viewer;
  /** What is past its closing time by now is left out. */
  readonly now: Date;
  readonly kinds: readonly ActionKind[];
  readonly featuredOnly: boolean;
}

export interface ActionPort {
  get(id: Id): Promise<Action | undefined>;
  list(query: ActionQuery): Promise<ActionList>;
  /** Published and open actions that this person can see without a share link, in the order of the feed. */
  feed(query: FeedQuery): Promise<Page<Action>>;
  /** Scheduled actions whose time has come and whose last attempt did not fail. */
  due(at: Date): Promise<readonly Action[]>;
  save(action: Action): Promise<void>;
}

export interface DeliveryPort {
  has(actionId: Id, userId: Id): Promise<boolean>;
  /** Keeps those of the deliveries that are new for action and user, and answers them. */
  add(deliveries: readonly Delivery[]): Promise<readonly Delivery[]>;
}

export interface EventPort {
  /** Adds to the log; an event whose id is already there is left out. Answers how many were new. */
  append(events: readonly ActionEvent[]): Promise<number>;
  /** How far one person has come with each of these actions. */
  engagements(actionIds: readonly Id[], participant: Participant): Promise<ReadonlyMap<Id, Engagement>>;
}

export interface ResultPort {
  read(action: { readonly id: Id; readonly kind: ActionKind }, asOf: Timestamp): Promise<Results>;
}

/** What an idempotency key stands for. `answer` is null while the call that brought it is running. */
export interface KeyRecord {
  readonly scope: string;
  readonly fingerprint: string;
  readonly at: Timestamp;
  readonly answer: { readonly output: unknown } | null;
}

export interface KeyPort {
  /**
   * Takes a key for the call that is running, or answers what is known of it already. Kept for at least seven days;
   * older ones may be forgotten.
   */
  claim(record: Omit<KeyRecord, 'answer'>): Promise<KeyRecord | undefined>;
  /** Keeps the output of the call beside its key. */
  answer(scope: string, output: unknown): Promise<void>;
}

export interface ShareLinkPort {
  ofAction(actionId: Id): Promise<string | undefined>;
  find(token: string): Promise<Id | undefined>;
  save(actionId: Id, token: string): Promise<void>;
}

/** Whose personal link a code stands for, and to which action. */
export interface Referral {
  readonly code: string;
  readonly actionId: Id;
  readonly participant: Participant;
}

export interface ReferralPort {
  find(code: string): Promise<Referral | undefined>;
  of(actionId: Id, participant: Participant): Promise<Referral | undefined>;
  save(referral: Referral): Promise<void>;
}

export interface ChangePort {
  append(changes: readonly Change[]): Promise<void>;
  /** What changed since a cursor, each thing once; everything may have, where the cursor is too old. */
  since(cursor: string | undefined): Promise<{ readonly cursor: string; readonly changes: Change[] }>;
}

/** The one code that an address can sign in with, and how often it was asked for. Neither code nor address can be read. */
export interface SignInCode {
  /** A fingerprint of the e-mail address in lower case. */
  readonly address: string;
  /** Fingerprint of the code with its salt; null where no code is waiting. */
  readonly codeHash: string | null;
  readonly expiresAt: Timestamp;
  /** How often a wrong code was tried. */
  readonly attempts: number;
  /** When codes were sent, as far as it still matters for how many more may be; the earliest first. */
  readonly sentAt: readonly Timestamp[];
}

export interface SignInPort {
  find(address: string): Promise<SignInCode | undefined>;
  /** Adds, or takes the place of what was known of this address. */
  save(code: SignInCode): Promise<void>;
  forget(address: string): Promise<void>;
}

/** What a token stands for, as long as it has not expired and nobody has ended it. */
export interface SignInSession {
  readonly id: Id;
  readonly userId: Id;
  readonly createdAt: Timestamp;
  readonly expiresAt: Timestamp;
  readonly endedAt: Timestamp | null;
}

export interface SessionPort {
  find(id: Id): Promise<SignInSession | undefined>;
  /** Adds, or takes the place of the one with this id. */
  save(session: SignInSession): Promise<void>;
  /** Ends a session; one that has ended, or is not there, stays as it is. */
  end(id: Id, at: Timestamp): Promise<void>;
}

/** Something to be delivered to one person, in plain text. */
export interface OutgoingMessage {
  readonly id: Id;
  readonly channel: 'email' | 'sms' | 'push';
  /** An e-mail address, a telephone number or a push subscription. */
  readonly to: string;
  /** Only e-mail has one. */
  readonly subject: string | null;
  readonly text: string;
  readonly createdAt: Timestamp;
  /** From when on it is of no use: never sent then, and not kept once it was sent. */
  readonly expiresAt?: Timestamp;
}

export interface MessagePort {
  /** Keeps a message for delivery, which begins once the transaction has landed. */
  add(message: OutgoingMessage): Promise<void>;
}
