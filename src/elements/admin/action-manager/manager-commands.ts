import {
  closeAction,
  copyAction,
  deleteAction,
  featureAction,
  reopenAction,
} from '../../../contract/calls/actions.js';
import type { Client } from '../../../contract/client.js';
import type { ClientError } from '../../../contract/client-error.js';
import { ClientCommand } from '../../../controllers/client-command.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import type { Action } from '../../../domain/action/action-schema.js';
import {
  ActionManagedEvent,
  ActionManageRequestEvent,
  type ManageVerb,
} from '../../../events/manage-events.js';
import type { Confirmation } from '../../shared/confirmation.js';
import { titleOf } from './action-row.js';
import { askFirst } from './ask-first.js';
import type { ManageCommand } from './manage-entries.js';
import type { ManagerNavigation } from './manager-navigation.js';
import type { ManagerWords } from './manager-words.js';

/** What the manager itself writes; everything else is done by the element for it. */
type ManagerWrite = 'copy' | 'feature' | 'unfeature' | 'close' | 'reopen' | 'delete';

interface WriteArg {
  readonly write: ManagerWrite;
  readonly action: Action;
}

type Run = (client: Client, action: Pick<Action, 'id' | 'version'>, key: string) => Promise<Action>;

const RUNS: Readonly<Record<ManagerWrite, Run>> = {
  copy: (client, { id }, key) => client.call(copyAction, { id }, { key }),
  feature: (client, { id, version }) => client.call(featureAction, { id, version, featured: true }),
  unfeature: (client, { id, version }) => client.call(featureAction, { id, version, featured: false }),
  close: (client, { id, version }) => client.call(closeAction, { id, version }),
  reopen: (client, { id, version }) => client.call(reopenAction, { id, version }),
  delete: (client, { id, version }) => client.call(deleteAction, { id, version }),
};

const about = (action: Action) => ({ actionId: action.id, kind: action.content.kind });

const verbOf = (write: ManagerWrite): ManageVerb => (write === 'unfeature' ? 'feature' : write);

interface CommandSurroundings {
  readonly words: ManagerWords;
  readonly confirmation: Confirmation;
  readonly navigation: ManagerNavigation;
  /** Says to a screen reader what has become of it. */
  readonly announce: (text: string) => void;
}

const SAID = {
  copy: 'copied',
  feature: 'featured',
  unfeature: 'unfeatured',
  close: 'closed',
  reopen: 'reopened',
  delete: 'deleted',
} as const satisfies Record<ManagerWrite, string>;

/** What becomes of a choice in the menu of an action: a view, or a write, with a question before it where it matters. */
export class ManagerCommands {
  readonly #around: CommandSurroundings;
  readonly #write: ClientCommand<WriteArg, Action>;

  constructor(host: ClientHost, around: CommandSurroundings) {
    this.#around = around;
    // One command for all of them: while one runs, a second press does nothing.
    this.#write = new ClientCommand<WriteArg, Action>(host, {
      request: ({ write, action }) => new ActionManageRequestEvent(verbOf(write), about(action)),
      run: (client, { write, action }, key) => RUNS[write](client, action, key),
      done: (action, { write }) => new ActionManagedEvent(verbOf(write), about(action)),
    });
  }

  get error(): ClientError | undefined {
    return this.#write.error;
  }

  /** Takes the last failure off the page. */
  readonly forget = (): void => this.#write.reset();

  async run(command: ManageCommand, action: Action): Promise<void> {
    const { navigation, confirmation, words } = this.#around;
    switch (command) {
      case 'settings':
      case 'edit': {
        navigation.go({ view: 'edit', actionId: action.id });
        return;
      }
      case 'publish':
      case 'audience': {
        navigation.go({ view: 'publish', actionId: action.id });
        return;
      }
      case 'results':
      case 'share': {
        navigation.go({ view: command, actionId: action.id });
        return;
      }
      case 'close':
      case 'delete':
        if (await askFirst(confirmation, words, command, titleOf(action, words)))
          await this.#do(command, action);
        return;
      default:
        await this.#do(command, action);
    }
  }

  async #do(write: ManagerWrite, action: Action): Promise<void> {
    const { navigation, announce, words } = this.#around;
    announce('');
    const changed = await this.#write.execute({ write, action });
    if (changed === undefined) return;
    if (write === 'copy') navigation.go({ view: 'edit', actionId: changed.id });
    if (write === 'delete' && navigation.shown.view !== 'list') navigation.go({ view: 'list', actionId: '' });
    announce(words.t(`manage.${SAID[write]}`, { title: titleOf(action, words) }));
  }
}
