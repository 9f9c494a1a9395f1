import type { ReactiveController, ReactiveElement } from 'lit';

import { emit } from '../../../events/event-families.js';
import {
  MANAGER_VIEWS,
  ManagerNavigatedEvent,
  ManagerNavigateRequestEvent,
  type ManagerRoute,
} from '../../../events/manager-events.js';

type NavigationHost = ReactiveElement & { view: ManagerRoute['view']; actionId: string | null };

interface NavigationSteps {
  /** Whether what is shown may be left. Whatever is typed there must not be lost silently. */
  readonly mayLeave: () => boolean | Promise<boolean>;
  /** Something else is shown now. */
  readonly arrived: () => void;
}

const isSameRoute = (a: ManagerRoute, b: ManagerRoute): boolean =>
  a.view === b.view && a.actionId === b.actionId;

/**
 * Where the manager is. The host's `view` and `actionId` say where to go, whoever sets them; what is shown follows once
 * it may be left, and the properties go back where it may not.
 */
export class ManagerNavigation implements ReactiveController {
  readonly #host: NavigationHost;
  readonly #steps: NavigationSteps;
  #shown: ManagerRoute | undefined;
  #isAsking = false;

  constructor(host: NavigationHost, steps: NavigationSteps) {
    this.#host = host;
    this.#steps = steps;
    host.addController(this);
  }

  get shown(): ManagerRoute {
    return this.#shown ?? this.#wanted;
  }

  /** Goes somewhere, unless the page goes there by other means. */
  go(route: ManagerRoute): void {
    if (!emit(this.#host, new ManagerNavigateRequestEvent(route))) return;
    this.#host.view = route.view;
    this.#host.actionId = route.actionId;
  }

  /** What is shown has got another address, such as a new action that was saved for the first time. */
  rename(actionId: string): void {
    this.#shown = { ...this.shown, actionId };
    this.#host.actionId = actionId;
    emit(this.#host, new ManagerNavigatedEvent(this.#shown));
  }

  hostUpdate(): void {
    this.#shown ??= this.#wanted;
    if (this.#isAsking || isSameRoute(this.#shown, this.#wanted)) return;
    const answer = this.#steps.mayLeave();
    if (answer === true) this.#arrive();
    else void this.#follow(answer);
  }

  get #wanted(): ManagerRoute {
    const { view, actionId } = this.#host;
    // An attribute may say anything, and is null once it is taken away.
    const known = MANAGER_VIEWS.find((candidate) => candidate === view) ?? 'list';
    return { view: known, actionId: known === 'list' ? '' : (actionId ?? '') };
  }

  async #follow(answer: false | Promise<boolean>): Promise<void> {
    this.#isAsking = true;
    const mayLeave = await answer;
    this.#isAsking = false;
    if (mayLeave) {
      this.#arrive();
      this.#host.requestUpdate();
      return;
    }
    const { view, actionId } = this.shown;
    this.#host.view = view;
    this.#host.actionId = actionId;
    emit(this.#host, new ManagerNavigatedEvent(this.shown));
  }

  #arrive(): void {
    const route = this.#wanted;
    this.#shown = route;
    void this.#host.updateComplete.then(() => {
      this.#steps.arrived();
      emit(this.#host, new ManagerNavigatedEvent(route));
    });
  }
}
