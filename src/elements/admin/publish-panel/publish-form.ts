import { getAudienceExplanation } from '../../../contract/calls/audience.js';
import type { UserListSummary } from '../../../contract/lookups.js';
import { getSession } from '../../../contract/calls/session.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import { ownTimeZone } from '../../../controllers/own-time-zone.js';
import { SettledValue } from '../../../controllers/settled-value.js';
import type { Action } from '../../../domain/action/action-schema.js';
import type { AudienceExplanation } from '../../../domain/audience/audience-schema.js';
import { isTimeZone, type ResolvedTime } from '../../../domain/schedule/wall-time.js';
import type { Id } from '../../../domain/values/id-schema.js';
import { audienceQuestion, choicesOf, chosenTime, union, type Choices, type Edits } from './choices.js';
import { OptionPicker } from './option-picker.js';
import { listsInFolders, optionSources, type PickerName } from './option-sources.js';
import type { PublishWords } from './publish-words.js';

/** How long choices must rest before people are counted again, in milliseconds. */
const REST = 250;

const CHOSEN_BY = {
  lists: 'listIds',
  folders: 'folderIds',
  users: 'userIds',
  districts: 'districtIds',
} as const satisfies Record<PickerName, keyof Choices>;

/** What somebody chooses about publishing, and what a backend says about it. */
export class PublishForm {
  readonly #host: ClientHost;
  readonly #action: () => Action | undefined;
  readonly #session;
  readonly #question: SettledValue;
  readonly #explain;
  readonly #folders;
  #edits: Edits = {};
  #explained: AudienceExplanation | undefined;
  readonly pickers: Readonly<Record<PickerName, OptionPicker>>;

  constructor(host: ClientHost, words: PublishWords, action: () => Action | undefined) {
    this.#host = host;
    this.#action = action;
    this.#session = new ClientQuery(
      host,
      (client, _, signal) => client.call(getSession, {}, { signal }),
      () => [] as const,
    );
    const sources = optionSources(words);
    const picker = (name: PickerName) =>
      new OptionPicker(host, {
        load: sources[name],
        chosen: () => this.choices?.[CHOSEN_BY[name]] ?? [],
        choose: (ids) => this.edit({ [CHOSEN_BY[name]]: ids }),
      });
    this.pickers = {
      lists: picker('lists'),
      folders: picker('folders'),
      users: picker('users'),
      districts: picker('districts'),
    };
    this.#question = new SettledValue(host, () => this.#ask(), REST);
    this.#explain = new ClientQuery(
      host,
      async (client, [question = ''], signal) => {
        const input = JSON.parse(question) as ReturnType<typeof audienceQuestion>;
        this.#explained = await client.call(getAudienceExplanation, input, { signal });
        return this.#explained;
      },
      () => [this.#question.value] as const,
    );
    this.#folders = new ClientQuery(
      host,
      (client, [ids = ''], signal) => listsInFolders(client, ids.split(' '), signal),
      () => [this.#folderKey] as const,
    );
  }

  get choices(): Choices | undefined {
    const action = this.#action();
    return action && choicesOf(action, this.#edits, this.zone);
  }

  /** The instant that is chosen, with what to say about it. */
  get time(): ResolvedTime {
    const [action, { choices }] = [this.#action(), this];
    return action === undefined || choices === undefined
      ? { kind: 'invalid' }
      : chosenTime(action, this.#edits, choices);
  }

  /** The zone in which times are shown: the one chosen, the campaign's, or that of the device until it is known. */
  get zone(): string {
    return this.#edits.zone ?? this.campaignZone ?? this.ownZone;
  }

  get campaignZone(): string | undefined {
    const zone = this.#session.value?.campaign.timeZone;
    return zone !== undefined && isTimeZone(zone) ? zone : undefined;
  }

  get ownZone(): string {
    return ownTimeZone();
  }

  /** The languages that publishing can be limited to: the campaign's, and any that the action is limited to already. */
  get languages(): readonly string[] {
    return union(this.#session.value?.campaign.languages ?? [], this.#action()?.audience.languages ?? []);
  }

  /** Who will see it, the last answer also while a newer one is on its way; `error` where none came. */
  get explanation() {
    const { state, client } = this.#explain;
    return {
      value: this.#explained,
      isUpdating: client !== undefined && (this.#question.isWaiting || state.status === 'pending'),
      error: state.status === 'failed' ? state.error : undefined,
      retry: () => void this.#explain.reload(),
    };
  }

  /** How many people are sent to, each once, where that has been counted. */
  get reach(): number | undefined {
    if (this.#question.isWaiting || this.#explain.value === undefined) return undefined;
    return this.#explained?.steps.find(({ rule }) => rule === 'sent-to')?.after;
  }

  /** The lists in the folders that are chosen; `undefined` until they are known. */
  get folders(): ReadonlyMap<Id, readonly UserListSummary[]> | undefined {
    return this.choices?.folderIds.length === 0 ? new Map() : this.#folders.value;
  }

  /** Why the lists in the folders are not known, where that has failed. */
  get foldersError() {
    const { state } = this.#folders;
    return state.status === 'failed' ? state.error : undefined;
  }

  readonly retryFolders = (): void => void this.#folders.reload();

  edit(edits: Edits): void {
    this.#edits = { ...this.#edits, ...edits };
    this.#host.requestUpdate();
  }

  /** Forgets what was chosen, because it is true now or is about another action. */
  reset(): void {
    this.#edits = {};
    this.#host.requestUpdate();
  }

  /** The chosen folders as one text; `undefined` where there are none. */
  get #folderKey(): string | undefined {
    const ids = this.choices?.folderIds ?? [];
    return ids.length === 0 ? undefined : ids.join(' ');
  }

  #ask(): string | undefined {
    const [action, { choices }] = [this.#action(), this];
    const isShown = action !== undefined && action.status !== 'closed' && action.status !== 'deleted';
    return isShown && choices !== undefined ? JSON.stringify(audienceQuestion(action, choices)) : undefined;
  }
}
