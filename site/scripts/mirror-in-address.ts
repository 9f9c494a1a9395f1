import type { ManagerNavigatedEvent } from '@groundswell/elements';

const setOrRemove = (element: HTMLElement, name: string, value: string | null): void => {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
};

/** Keeps the manager's view in the page's address, so that it can be bookmarked, sent, and left by the back button. */
export function mirrorInAddress(manager: HTMLElement): void {
  const follow = (): void => {
    const asked = new URLSearchParams(location.search);
    setOrRemove(manager, 'view', asked.get('view'));
    setOrRemove(manager, 'action-id', asked.get('action'));
  };
  follow();
  addEventListener('popstate', follow);
  manager.addEventListener('manager-navigated', (event: ManagerNavigatedEvent) => {
    const { view, actionId } = event.detail;
    const address = new URL(location.href);
    address.searchParams.delete('view');
    address.searchParams.delete('action');
    if (view !== 'list') address.searchParams.set('view', view);
    if (actionId !== '') address.searchParams.set('action', actionId);
    if (address.href !== location.href) history.pushState(null, '', address);
  });
}
