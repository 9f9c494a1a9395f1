import { ClientCommand } from '../../../controllers/client-command.js';
import type { ClientError } from '../../../contract/client-error.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import { now } from '../../../controllers/clock.js';
import type { Action } from '../../../domain/action/action-schema.js';
import { ActionManagedEvent, ActionManageRequestEvent } from '../../../events/manage-events.js';
import { hasNewLimits, type Choices } from './choices.js';
import type { PublishForm } from './publish-form.js';
import { carryOut, type Order, type Step } from './publish-order.js';
import type { PublishWords } from './publish-words.js';
import { timeErrors, type TimeErrors } from './time-errors.js';

/** What the steps need of the panel around them. */
export interface StepsOptions {
  readonly form: PublishForm;
  readonly words: PublishWords;
  readonly action: () => Action | undefined;
  /** Takes over a version that a step has made. */
  readonly land: (action: Action) => void;
  /** Reads the newest version. */
  readonly reload: () => Promise<void>;
  readonly focus: (id: 'heading' | 'problem' | 'date' | 'time') => void;
  /** Asks once more before what can't be undone. */
  readonly ask: () => void;
}

/** Takes the steps: checks the time, asks where it must, carries out, and says what became of it. */
export class PublishSteps {
  readonly #host: ClientHost;
  readonly #options: StepsOptions;
  readonly #command: ClientCommand<Order, Action>;
  #errors: TimeErrors = {};
  #announcement = '';

  constructor(host: ClientHost, options: StepsOptions) {
    this.#host = host;
    this.#options = options;
    this.#command = new ClientCommand<Order, Action>(host, {
      request: ({ id, kind, step }) => new ActionManageRequestEvent(step.to, { actionId: id, kind }),
      run: (client, order, key) => carryOut(client, order, key, options.land),
      done: ({ id, content }, { step }) =>
        new ActionManagedEvent(step.to, { actionId: id, kind: content.kind }),
    });
  }

  get isRunning(): boolean {
    return this.#command.isRunning;
  }

  /** What is wrong with the time, by field. */
  get timeErrors(): TimeErrors {
    return this.#errors;
  }

  /** Why the last step did not happen; what is wrong with the time is said at its field instead. */
  get error(): ClientError | undefined {
    return this.#isAboutTime ? undefined : this.#command.error;
  }

  /** What to say to those who can't see it happen. */
  get announcement(): string {
    return this.#announcement;
  }

  announce(text: string): void {
    this.#announcement = text;
    this.#host.requestUpdate();
  }

  /** Forgets what was said about another action. */
  reset(): void {
    this.#command.reset();
    this.#errors = {};
    this.announce('');
  }

  /** A button was pressed. */
  readonly press = (step: Step): void => {
    const { form, words, focus, ask } = this.#options;
    const { choices } = form;
    if (choices === undefined || this.isRunning) return;
    this.#errors = step.to === 'schedule' ? timeErrors(choices, form.time, now(), words) : {};
    this.#host.requestUpdate();
    if (this.#errors.date !== undefined) focus('date');
    else if (this.#errors.time !== undefined) focus('time');
    else if (step.to === 'publish') ask();
    else void this.take(step);
  };

  /** Does it, without asking again. */
  async take(step: Step): Promise<void> {
    const action = this.#options.action();
    const { choices } = this.#options.form;
    if (action === undefined || choices === undefined) return;
    this.announce('');
    const done = await this.#command.execute(orderOf(action, choices, step));
    if (done !== undefined) this.#succeed(step);
    else if (this.#command.error !== undefined) await this.#fail(choices);
  }

  #succeed(step: Step): void {
    const { form, words, focus } = this.#options;
    form.reset();
    this.announce(words.t(`publish.done.${step.to}`));
    if (step.to !== 'save') focus('heading');
  }

  async #fail(choices: Choices): Promise<void> {
    const { form, words, focus, reload } = this.#options;
    if (this.#isAboutTime) {
      this.#errors = timeErrors(choices, form.time, now(), words, true);
      focus('date');
      return;
    }
    // The newest version shows where the action stands; what was chosen here lies over it.
    if (this.#command.error?.code === 'version-conflict') await reload().catch(() => undefined);
    focus('problem');
  }

  get #isAboutTime(): boolean {
    return this.#command.error?.details.reason === 'in-the-past';
  }
}

function orderOf(action: Action, choices: Choices, step: Step): Order {
  const { districtIds, languages } = choices;
  const isNew = step.to === 'save' || hasNewLimits(action, choices);
  return {
    id: action.id,
    version: action.version,
    kind: action.content.kind,
    limits: isNew ? { districtIds: [...districtIds], languages: [...languages] } : undefined,
    step,
  };
}
