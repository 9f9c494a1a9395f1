interface Places {
  readonly articles: readonly HTMLElement[];
  /** What comes before the articles and after them. */
  readonly before: HTMLElement | null;
  readonly after: HTMLElement | null;
}

/** Where the keys of a feed lead from an article: Page Down and Up between articles, Control with End and Home out of it. */
export function moveInFeed(event: KeyboardEvent, { articles, before, after }: Places): HTMLElement | null {
  if (event.altKey || event.metaKey || event.shiftKey) return null;
  if (event.ctrlKey) return event.key === 'End' ? after : event.key === 'Home' ? before : null;
  const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
  const { target } = event;
  if (step === 0 || !(target instanceof Element)) return null;
  const at = articles.findIndex((article) => article.contains(target));
  return articles[at + step] ?? null;
}
