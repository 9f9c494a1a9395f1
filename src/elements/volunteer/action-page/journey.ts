import type { Client } from '../../../contract/client.js';
import type { FeedAction } from '../../../contract/feed.js';
import { startAction } from '../../../contract/calls/perform.js';
import { getSession, type Session } from '../../../contract/calls/session.js';
import { ClientCommand } from '../../../controllers/client-command.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import { now } from '../../../controllers/clock.js';
import { LazyElement } from '../../../controllers/lazy-element.js';
import { decideStart } from '../../../domain/action/decide-start.js';
import { needsSignIn } from '../../../domain/action/needs-sign-in.js';
import {
  ActionStartedEvent,
  ActionStartRequestEvent,
  type ActionDetail,
} from '../../../events/action-events.js';
import { emit } from '../../../events/event-families.js';
import { SignInRequestEvent } from '../../../events/session-events.js';
import { PERFORMING_ELEMENTS } from './performing-elements.js';
import { SIGN_IN } from './sign-in.js';

type Step =
  | { readonly at: 'details' }
  /** Turned away as this person; goes on as soon as it is somebody else, or the same person signed in anew. */
  | {
      readonly at: 'sign-in';
      readonly client: Client | undefined;
      readonly session: Session | undefined;
      readonly isHandled: boolean;
    }
  | { readonly at: 'performing' };

type Role = Session['role'] | undefined;
type StartArgument = ActionDetail & { readonly shareToken: string | undefined };

/** The way of one person through one action: look at it, sign in where that is needed, start it, perform it. */
export class Journey {
  readonly session: ClientQuery<readonly [], Session>;
  readonly start: ClientCommand<StartArgument, FeedAction['engagement']>;
  readonly performing: LazyElement;
  readonly signingIn: LazyElement;
  readonly #host: ClientHost & { readonly shareToken: string | undefined };
  #step: Step = { at: 'details' };

  constructor(host: ClientHost & { readonly shareToken: string | undefined }) {
    this.#host = host;
    this.session = new ClientQuery(
      host,
      (client, _, signal) => client.call(getSession, {}, { signal }),
      () => [],
    );
    this.performing = new LazyElement(host);
    this.signingIn = new LazyElement(host);
    this.start = new ClientCommand(host, {
      request: detailEvent(ActionStartRequestEvent),
      run: (client, { actionId, shareToken }) =>
        client.call(startAction, { actionId, ...(shareToken !== undefined && { shareToken }) }),
      done: (_, detail) => detailEvent(ActionStartedEvent)(detail),
    });
  }

  get step(): Step['at'] {
    return this.#step.at;
  }

  /** Whether the page has said that it takes care of signing in. */
  get isSignInHandled(): boolean {
    return this.#step.at === 'sign-in' && this.#step.isHandled;
  }

  get #role(): Role {
    return this.session.value?.role;
  }

  restart(): void {
    this.#step = { at: 'details' };
    this.start.reset();
    this.#host.requestUpdate();
  }

  /** Goes as far as this person may: signing in, or performing. Answers how far they have come where that is news. */
  async begin(action: FeedAction): Promise<FeedAction['engagement'] | undefined> {
    this.#step = { at: 'details' };
    if (needsSignIn(action.content, this.#role)) this.askToSignIn(action);
    else if (decideStart(action, now()) === 'finish') this.#perform(action);
    else return this.#begin(action);
    return undefined;
  }

  async #begin(action: FeedAction): Promise<FeedAction['engagement'] | undefined> {
    this.start.reset();
    const { shareToken } = this.#host;
    const detail = { actionId: action.id, kind: action.content.kind, shareToken };
    const engagement = await this.start.execute(detail);
    if (engagement !== undefined) this.#perform(action);
    else if (this.start.error?.code === 'unauthenticated') this.askToSignIn(action);
    // Whoever performs has also started: being offline keeps nobody from going on.
    else if (this.start.error?.code === 'offline') this.#perform(action);
    return engagement;
  }

  /** Asks the page to sign somebody in; where it does not, that happens here. */
  askToSignIn(action: FeedAction): void {
    this.start.reset();
    const isHandled = !emit(this.#host, new SignInRequestEvent(action.id));
    this.#step = { at: 'sign-in', client: this.session.client, session: this.session.value, isHandled };
    if (!isHandled) void this.signingIn.load(SIGN_IN);
    this.#host.requestUpdate();
  }

  /** Whether somebody who was turned away has come back as a person who may go on. */
  mayGoOn(action: FeedAction): boolean {
    if (this.#step.at !== 'sign-in' || this.#role === undefined) return false;
    const isNew = this.#step.client !== this.session.client || this.#step.session !== this.session.value;
    return isNew && !needsSignIn(action.content, this.#role);
  }

  #perform(action: FeedAction): void {
    const element = PERFORMING_ELEMENTS[action.content.kind];
    if (element === undefined) return;
    this.#step = { at: 'performing' };
    void this.performing.load(element);
    this.#host.requestUpdate();
  }
}

/** Events say which action and of which kind, and not by which link somebody came. */
const detailEvent =
  <E>(Type: new (detail: ActionDetail) => E) =>
  ({ actionId, kind }: ActionDetail): E =>
    new Type({ actionId, kind });
