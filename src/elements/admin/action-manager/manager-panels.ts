import type { ReactiveElement } from 'lit';

import { LazyElement, type LazyTag } from '../../../controllers/lazy-element.js';
import type { ManagerView } from '../../../events/manager-events.js';

type PanelView = Exclude<ManagerView, 'list'>;

/** What shows each part of an action, and where its code comes from. */
const TAGS: Readonly<Record<PanelView, LazyTag>> = {
  edit: { tag: 'action-editor', load: () => import('../action-editor/action-editor.js') },
  publish: { tag: 'publish-panel', load: () => import('../publish-panel/publish-panel.js') },
  share: { tag: 'share-options', load: () => import('../share-options/share-options.js') },
  results: { tag: 'results-panel', load: () => import('../results-panel/results-panel.js') },
};

/** Fetches the code of a part of the manager when somebody first goes there: the list alone is quick to load. */
export class ManagerPanels {
  readonly #host: ReactiveElement;
  readonly #panels = new Map<PanelView, LazyElement>();

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  of(view: PanelView): LazyElement {
    const known = this.#panels.get(view);
    if (known !== undefined) return known;
    const panel = new LazyElement(this.#host);
    this.#panels.set(view, panel);
    void panel.load(TAGS[view]);
    return panel;
  }
}
