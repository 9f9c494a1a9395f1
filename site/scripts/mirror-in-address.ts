/** What the manager shows: which of its views, and of which action. */
interface Place {
  readonly view: string;
  readonly actionId: string | null;
}

const readPlace = (): Place => {
  const asked = new URLSearchParams(location.search);
  return { view: asked.get('view') ?? '', actionId: asked.get('action') };
};

/** Keeps the manager's view in the page's address, so that it can be bookmarked, sent, and left by the back button. */
export function mirrorInAddress(manager: HTMLElement): void {
  const go = ({ view, actionId }: Place): void => {
    if (view === '') manager.removeAttribute('view');
    else manager.setAttribute('view', view);
    if (actionId === null) manager.removeAttribute('action-id');
    else manager.setAttribute('action-id', actionId);
  };
  go(readPlace());
  addEventListener('popstate', () => go(readPlace()));
  manager.addEventListener('manager-navigate', (event) => {
    const { view, actionId } = (event as CustomEvent<Place>).detail;
    const address = new URL(location.href);
    address.searchParams.delete('view');
    address.searchParams.delete('action');
    if (view !== '' && view !== 'list') address.searchParams.set('view', view);
    if (actionId) address.searchParams.set('action', actionId);
    if (address.href !== location.href) history.pushState(null, '', address);
  });
}
