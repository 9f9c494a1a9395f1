import type { ReactiveController } from 'lit';

import { createAction, getAction, updateAction } from '../../../contract/calls/actions.js';
import type { Client } from '../../../contract/client.js';
import type { ClientError } from '../../../contract/client-error.js';
import { now } from '../../../controllers/clock.js';
import { ClientCommand } from '../../../controllers/client-command.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import type { ActionKind } from '../../../domain/action/action-kind.js';
import {
  action as actionSchema,
  type Action,
  type ActionContent,
} from '../../../domain/action/action-schema.js';
import { ActionManagedEvent, ActionManageRequestEvent } from '../../../events/manage-events.js';
import {
  acceptSave,
  editDraft,
  failSave,
  hasNews,
  isAutosaved,
  isDirty,
  meetConflict,
  openDraft,
  receiveAction,
  startDraft,
  startSave,
  stopSave,
  type Draft,
} from './draft-state.js';

/** How long to wait before a save that failed for a passing reason is tried again, in milliseconds. */
const RETRY_AFTER = [5_000, 15_000, 30_000, 60_000] as const;

type DraftHost = ClientHost & { actionId: string; kind: ActionKind | ''; autosaveDelay: number };

interface SaveArg {
  readonly base: Pick<Action, 'id' | 'version'> | undefined;
  readonly content: ActionContent;
}

const save = (client: Client, { base, content }: SaveArg, key: string): Promise<Action> =>
  base === undefined
    ? client.call(createAction, { content }, { key })
    : client.call(updateAction, { id: base.id, version: base.version, content });

const about = ({ base, content }: SaveArg) => ({ actionId: base?.id ?? '', kind: content.kind });

/**
 * Keeps what somebody writes until the backend has it: loads, saves drafts by itself a moment after the last key, tries
 * again after a passing failure and when the network is back, and never lets a newer version overwrite what is typed.
 */
export class DraftController implements ReactiveController {
  readonly #host: DraftHost;
  readonly query: ClientQuery<readonly [string | undefined], Action>;
  readonly #save: ClientCommand<SaveArg, Action>;
  #draft: Draft | undefined;
  #received: Action | undefined;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** Counts what was opened, so that a late answer never lands in another draft. */
  #opened = 0;
  #land: (saved: Action) => void = () => undefined;

  constructor(host: DraftHost) {
    this.#host = host;
    this.query = new ClientQuery(
      host,
      (client, [id], signal) => client.call(getAction, { id: id ?? '' }, { signal }),
      () => [host.actionId === '' ? undefined : host.actionId] as const,
      { reloadOn: ({ topic, actionId }) => topic === 'actions' && actionId === host.actionId },
    );
    this.#save = new ClientCommand<SaveArg, Action>(host, {
      request: (arg) => new ActionManageRequestEvent('save', about(arg)),
      run: async (client, arg, key) => {
        const saved = await save(client, arg, key);
        // Before anybody hears of it, so that whoever then names this id finds the draft in its place.
        this.#land(saved);
        return saved;
      },
      done: (saved, { content }) =>
        new ActionManagedEvent('save', { actionId: saved.id, kind: content.kind }),
    });
    host.addController(this);
  }

  get draft(): Draft | undefined {
    return this.#draft;
  }

  /** The same as long as it is the same draft, also when that gets its id. */
  get opened(): number {
    return this.#opened;
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
    addEventListener('beforeunload', this.#onLeavePage);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
    removeEventListener('beforeunload', this.#onLeavePage);
    clearTimeout(this.#timer);
    if (this.#draft !== undefined && isAutosaved(this.#draft)) void this.flush();
  }

  /** Brings the draft in line with the host's properties and with what was read, before the host renders. */
  hostUpdate(): void {
    const { actionId, kind } = this.#host;
    const isAnother = (this.#draft?.base?.id ?? '') !== actionId;
    if (this.#draft === undefined || isAnother || (actionId === '' && kind !== this.#draft.content.kind)) {
      this.#open(actionId, kind);
    }
    const { value } = this.query;
    if (value === undefined || value === this.#received || value.id !== actionId) return;
    this.#received = value;
    if (this.#draft === undefined) this.#draft = openDraft(value);
    else if (this.#running === undefined) this.#draft = receiveAction(this.#draft, value);
  }

  /** Takes over what was typed, and saves a draft once nothing more comes for a moment. */
  edit(patch: object): void {
    if (this.#draft === undefined) return;
    this.change(editDraft(this.#draft, patch));
    this.#schedule(this.#host.autosaveDelay);
  }

  /** Replaces the draft by what one of its transitions has made of it. */
  change(draft: Draft): void {
    this.#draft = draft;
    this.#host.requestUpdate();
  }

  /** Saves what there is to save, also what is typed while it runs. True when the backend has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#draft !== undefined && hasNews(this.#draft)) {
      const version = this.#draft.base?.version;
      await (this.#running ??= this.#run(this.#draft).finally(() => (this.#running = undefined)));
      // Nothing saved, and no newer version to save on top of: there is no use in going on.
      if (this.#draft.base?.version === version) break;
    }
    return this.#draft === undefined || !isDirty(this.#draft);
  }

  /** Saves what would have been saved by itself a moment later. True when nothing is unsaved. */
  async settle(): Promise<boolean> {
    const draft = this.#draft;
    if (draft === undefined || !isDirty(draft)) return true;
    return isAutosaved(draft) ? this.flush() : false;
  }

  /** Goes back to what the backend has. */
  discard(): void {
    clearTimeout(this.#timer);
    const draft = this.#draft;
    if (draft === undefined) return;
    this.change(draft.base === undefined ? startDraft(draft.content.kind) : openDraft(draft.base));
  }

  #open(actionId: string, kind: ActionKind | ''): void {
    if (this.#draft !== undefined && isAutosaved(this.#draft)) void this.flush();
    clearTimeout(this.#timer);
    this.#received = undefined;
    this.#failures = 0;
    this.#opened += 1;
    this.#draft = actionId === '' && kind !== '' ? startDraft(kind) : undefined;
  }

  async #run(before: Draft): Promise<void> {
    const { base } = before;
    const opened = this.#opened;
    const draft = startSave(before);
    this.change(draft);
    this.#land = (action) => {
      if (this.#draft !== undefined && opened === this.#opened) this.#accept(this.#draft, action);
    };
    const saved = await this.#save.execute({
      base: base && { id: base.id, version: base.version },
      content: draft.attempt,
    });
    if (saved !== undefined || this.#draft === undefined || opened !== this.#opened) return;
    await this.#refuse(this.#draft, this.#save.error);
  }

  #accept(draft: Draft, saved: Action): void {
    this.#failures = 0;
    this.change(acceptSave(draft, saved, now()));
    this.#host.actionId = saved.id;
  }

  async #refuse(draft: Draft, error: ClientError | undefined): Promise<void> {
    if (error === undefined) {
      this.change(stopSave(draft));
      return;
    }
    const theirs = error.code === 'version-conflict' ? await this.#readTheirs(error) : undefined;
    if (theirs !== undefined) {
      this.change(meetConflict(this.#draft ?? draft, theirs));
      this.#schedule(0);
      return;
    }
    this.change(failSave(this.#draft ?? draft, error));
    if (error.isTransient) this.#retryLater(error);
  }

  /** The version that came between: beside the refusal, or asked for. */
  async #readTheirs({ details }: ClientError): Promise<Action | undefined> {
    const current = actionSchema.safeParse(details.current);
    if (current.success) return current.data;
    await this.query.reload().catch(() => undefined);
    return this.query.value;
  }

  #retryLater({ details }: ClientError): void {
    const usual = RETRY_AFTER[Math.min(this.#failures, RETRY_AFTER.length - 1)] ?? 60_000;
    this.#failures += 1;
    this.#schedule(details.retryAfter === undefined ? usual : details.retryAfter * 1000);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    if (this.#draft === undefined || !isAutosaved(this.#draft) || !this.#host.isConnected) return;
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  readonly #onOnline = () => this.#schedule(0);

  readonly #onLeavePage = (event: BeforeUnloadEvent) => {
    if (this.#draft !== undefined && isDirty(this.#draft)) event.preventDefault();
  };
}
