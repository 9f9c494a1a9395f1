/** The language tag of the nearest element with `lang`, looked for across shadow roots; empty where there is none. */
export function nearestLanguage(element: Element): string {
  for (const ancestor of ancestorsOf(element)) {
    const lang = ancestor.getAttribute('lang');
    if (lang !== null && lang !== '') return lang;
  }
  return '';
}

/** An element and everything around it, through slots' hosts and shadow roots, from the inside out. */
function* ancestorsOf(element: Element): Generator<Element> {
  let current: Element | null = element;
  while (current !== null) {
    yield current;
    const parent: Node | null = current.parentNode;
    current = parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  }
}

interface Watch {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}

const watches = new WeakMap<Node, Watch>();

/**
 * Tells when any `lang` attribute around an element changes. One observer per tree, shared by all elements in it, and
 * gone with the last of them.
 */
export function watchLanguage(element: Element, listener: () => void): () => void {
  const trees: Node[] = [];
  for (let tree = element.getRootNode(); ; tree = tree.host.getRootNode()) {
    trees.push(tree);
    if (!(tree instanceof ShadowRoot)) break;
  }
  for (const tree of trees) watchTree(tree).listeners.add(listener);
  return () => {
    for (const tree of trees) unwatchTree(tree, listener);
  };
}

function watchTree(tree: Node): Watch {
  const known = watches.get(tree);
  if (known !== undefined) return known;
  const listeners = new Set<() => void>();
  const observer = new MutationObserver(() => {
    for (const listener of listeners) listener();
  });
  observer.observe(tree, { attributes: true, attributeFilter: ['lang'], subtree: true });
  const watch = { observer, listeners };
  watches.set(tree, watch);
  return watch;
}

function unwatchTree(tree: Node, listener: () => void): void {
  const watch = watches.get(tree);
  watch?.listeners.delete(listener);
  if (watch?.listeners.size !== 0) return;
  watch.observer.disconnect();
  watches.delete(tree);
}
