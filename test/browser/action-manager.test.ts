import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ActionFieldRequestEvent, type ManagerNavigatedEvent } from '@groundswell/elements';
import { createEmbeddedClient } from '@groundswell/elements/embedded';
import '@groundswell/elements/elements/action-editor';
import '@groundswell/elements/elements/action-manager';
import type { ActionManagerElement } from '@groundswell/elements/elements/action-manager';
import { getAction, listActions, type Client } from '@groundswell/elements/contract';
import type { ActionKind } from '@groundswell/elements/domain';
import { riverbend } from '@groundswell/elements/mocks';

const campaign = riverbend({ now: new Date(), eventCount: 20 });
const organizer = campaign.users.find(({ role }) => role === 'admin')?.id ?? '';
const oneWith = (status: string) => campaign.actions.find((action) => action.status === status)!;

const openClient = async (): Promise<Client> => {
  const client = createEmbeddedClient({
    campaign,
    caller: { userId: organizer },
    links: { web: 'https://riverbend.example.org/?share={token}' },
  });
  await client.ready();
  return client;
};

interface Props {
  readonly client?: Client;
  readonly kind?: ActionKind;
  readonly view?: ActionManagerElement['view'];
  readonly actionId?: string;
}

async function openManager({ client, kind, view, actionId }: Props = {}) {
  const manager: ActionManagerElement = await fixture(
    html`<action-manager
      .kind=${kind ?? ''}
      .view=${view ?? 'list'}
      .actionId=${actionId ?? ''}
      .searchDelay=${5}
      .client=${client ?? (await openClient())}
    ></action-manager>`,
  );
  const root = manager.shadowRoot!;
  const rows = () => [...root.querySelectorAll('tbody tr')];
  if ((view ?? 'list') === 'list')
    await waitUntil(() => rows().length > 0 || root.querySelector('.empty'), 'the list is there');
  const button = (text: string) =>
    [...root.querySelectorAll('button')].find((each) => each.textContent.trim().startsWith(text))!;
  const tab = (name: string) => root.querySelector<HTMLElement>(`#tab-${name}`)!;
  const settled = async () => {
    await waitUntil(() => !root.querySelector('[aria-busy="true"]'), 'nothing loads');
    await manager.updateComplete;
  };
  const openMenu = async (id: string) => {
    root.querySelector<HTMLElement>(`#manage-${id}-button`)!.click();
    await waitUntil(
      () => root.querySelector(`#manage-${id} [role=menuitem]`)?.matches(':focus'),
      'the menu has the focus',
    );
    return [...root.querySelectorAll<HTMLElement>(`#manage-${id} [role=menuitem]`)];
  };
  const choose = async (id: string, text: string) => {
    const entries = await openMenu(id);
    entries.find((entry) => entry.textContent.trim().startsWith(text))!.click();
    await manager.updateComplete;
  };
  const heading = () => root.getElementById('heading')!;
  const said = () => root.querySelector('[role=status]')!.textContent;
  return { manager, root, rows, button, tab, settled, openMenu, choose, heading, said };
}

/** The title field of the editor, once it is there. */
async function titleIn(root: ShadowRoot): Promise<HTMLTextAreaElement> {
  const find = () =>
    root.querySelector('action-editor')?.shadowRoot?.querySelector<HTMLTextAreaElement>('#title');
  await waitUntil(find, 'the form is there');
  return find()!;
}

describe('<action-manager>', () => {
  it('says how many actions each filter would show, and shows as many', async () => {
    const { root, rows, tab, settled } = await openManager();
    for (const status of ['draft', 'scheduled', 'published', 'closed', 'deleted']) {
      const expected = campaign.actions.filter((action) => action.status === status).length;
      expect(tab(status).querySelector('.count')?.textContent).to.equal(String(expected));
      tab(status).click();
      await waitUntil(
        () => rows().length === expected && root.querySelector('.outdated') === null,
        `${status} are shown`,
      );
      await settled();
    }
    const kept = campaign.actions.filter(({ status }) => status !== 'deleted').length;
    expect(tab('all').querySelector('.count')?.textContent).to.equal(String(kept));
  });

  it('moves between the filters with arrow keys', async () => {
    const { tab } = await openManager();
    tab('all').focus();
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => tab('draft').getAttribute('aria-selected') === 'true', 'the next filter is chosen');
    await waitUntil(() => tab('draft').matches(':focus'), 'and has the focus');
    await sendKeys({ press: 'End' });
    await waitUntil(
      () => tab('deleted').getAttribute('aria-selected') === 'true',
      'the last filter is chosen',
    );
  });

  it('says in words when a scheduled action will be published', async () => {
    const { rows, tab, root } = await openManager();
    tab('scheduled').click();
    await waitUntil(
      () => rows().every((row) => row.textContent.includes('Scheduled')) && !root.querySelector('.outdated'),
    );
    const time = rows()[0]?.querySelector('.state time');
    expect(Number.isNaN(Date.parse(time?.getAttribute('datetime') ?? ''))).to.equal(false);
    expect(time?.textContent).to.match(/20\d\d/);
    expect(rows()[0]?.querySelector('.state')?.textContent.replace(/\s+/g, ' ')).to.include('Scheduled for ');
  });

  it('loads more of a long list', async () => {
    const { rows, button } = await openManager();
    expect(rows()).to.have.length(20);
    button('Load more').click();
    await waitUntil(() => rows().length > 20, 'there are more');
    expect(new Set(rows().map((row) => row.querySelector('.title')?.textContent)).size).to.equal(
      rows().length,
    );
  });

  it('finds actions by words, and says so when there are none', async () => {
    const { root, rows, button } = await openManager();
    const search = root.querySelector<HTMLInputElement>('#search')!;
    search.value = 'no such action at all';
    search.dispatchEvent(new InputEvent('input'));
    await waitUntil(() => root.querySelector('.empty'), 'it says that nothing matches');
    expect(root.querySelector('.empty')?.textContent).to.include('Nothing matches');
    button('Show all').click();
    await waitUntil(() => rows().length === 20, 'everything is back');
  });

  it('says in the menu why something is not possible', async () => {
    const draft = oneWith('draft');
    const { openMenu } = await openManager();
    const close = (await openMenu(draft.id)).find((entry) => entry.textContent.trim().startsWith('Close'));
    expect(close?.getAttribute('aria-disabled')).to.equal('true');
    expect(close?.textContent).to.include('has not been published');
  });

  it('deletes only after a second step, and says what that means', async () => {
    const client = await openClient();
    const draft = oneWith('draft');
    const { root, choose, button, rows, said } = await openManager({ client });
    await choose(draft.id, 'Delete');
    const dialog = root.querySelector<HTMLDialogElement>('dialog.confirmation')!;
    await waitUntil(() => dialog.open, 'it asks');
    expect(dialog.textContent).to.include('cannot be undone');
    expect((await client.call(getAction, { id: draft.id })).status).to.equal('draft');
    button('Delete action').click();
    await waitUntil(
      () => !rows().some((row) => row.querySelector(`#manage-${draft.id}-button`)),
      'the row is gone',
    );
    expect((await client.call(getAction, { id: draft.id })).status).to.equal('deleted');
    await waitUntil(() => said().includes('is deleted'), 'and it is said');
  });

  it('copies an action and opens the copy', async () => {
    const client = await openClient();
    const closed = oneWith('closed');
    const { manager, choose, tab, rows } = await openManager({ client });
    tab('closed').click();
    await waitUntil(() => rows().some((row) => row.querySelector(`#manage-${closed.id}-button`)));
    await choose(closed.id, 'Copy');
    await waitUntil(() => manager.view === 'edit', 'the copy is open');
    const copy = await client.call(getAction, { id: manager.actionId });
    expect(copy).to.deep.include({ status: 'draft', copiedFromId: closed.id });
  });

  it('creates nothing until something is typed, and then one action with an address of its own', async () => {
    const client = await openClient();
    const { total } = await client.call(listActions, {});
    const { manager, root } = await openManager({ client, kind: 'open_webpage' });
    root.querySelector<HTMLElement>('.head .button.primary')!.click();
    await waitUntil(
      () => root.querySelector('action-editor')?.shadowRoot?.querySelector('form'),
      'the form is there',
    );
    expect((await client.call(listActions, {})).total).to.equal(total);
    const editor = root.querySelector('action-editor')!;
    editor.autosaveDelay = 5;
    const title = editor.shadowRoot!.querySelector<HTMLTextAreaElement>('#title')!;
    title.focus();
    setTimeout(() => void sendKeys({ type: 'A new page' }));
    const { detail } = await oneEvent<ManagerNavigatedEvent>(manager, 'manager-navigated');
    expect(detail).to.deep.equal({ view: 'edit', actionId: manager.actionId });
    await waitUntil(() => !editor.hasUnsavedChanges && title.value === 'A new page', 'all of it is saved');
    expect(root.querySelector('action-editor')).to.equal(editor);
    expect(title.matches(':focus')).to.equal(true);
    expect((await client.call(listActions, {})).total).to.equal(total + 1);
  });

  it('asks before it leaves unsaved changes of a published action, and stays when told so', async () => {
    const published = oneWith('published');
    const { manager, root, button } = await openManager({ view: 'edit', actionId: published.id });
    const title = await titleIn(root);
    title.value = 'Unsaved';
    title.dispatchEvent(new InputEvent('input'));
    manager.view = 'results';
    const dialog = root.querySelector<HTMLDialogElement>('dialog.confirmation')!;
    await waitUntil(() => dialog.open, 'it asks');
    button('Keep editing').click();
    await waitUntil(() => manager.view === 'edit', 'it stays');
    expect(title.isConnected && title.value).to.equal('Unsaved');
  });

  it('saves a draft that is still waiting when somebody goes back to the list', async () => {
    const client = await openClient();
    const draft = oneWith('draft');
    const { manager, root, rows } = await openManager({ client, view: 'edit', actionId: draft.id });
    const title = await titleIn(root);
    title.value = 'Typed a moment ago';
    title.dispatchEvent(new InputEvent('input'));
    root.querySelector<HTMLElement>('.back')!.click();
    await waitUntil(() => manager.view === 'list' && rows().length > 0, 'the list is there');
    const { content } = await client.call(getAction, { id: draft.id });
    expect(content.title).to.equal('Typed a moment ago');
  });

  it('leads from a panel to the field that it names', async () => {
    const draft = oneWith('draft');
    const { manager, root } = await openManager({ view: 'publish', actionId: draft.id });
    await waitUntil(() => root.querySelector('publish-panel'), 'the panel is there');
    const request = new ActionFieldRequestEvent({ actionId: draft.id, field: 'title' });
    root.querySelector('publish-panel')!.dispatchEvent(request);
    const title = await titleIn(root);
    await waitUntil(() => title.matches(':focus'), 'the field has the focus');
    expect(manager.view).to.equal('edit');
  });

  it('lets a page follow and stop where somebody goes, and moves the focus to the heading', async () => {
    const { manager, rows, heading } = await openManager();
    const stop = (event: Event) => event.preventDefault();
    manager.addEventListener('manager-navigate-request', stop);
    rows()[0]?.querySelector<HTMLElement>('.title')?.click();
    await manager.updateComplete;
    expect(manager.view).to.equal('list');
    manager.removeEventListener('manager-navigate-request', stop);
    setTimeout(() => rows()[0]?.querySelector<HTMLElement>('.title')?.click());
    await oneEvent(manager, 'manager-navigated');
    expect(manager.getAttribute('view')).to.equal('edit');
    expect(heading().matches(':focus')).to.equal(true);
  });

  it('breaks no rule of accessibility', async () => {
    const { manager, openMenu } = await openManager();
    await expect(manager).to.be.accessible();
    await openMenu(oneWith('draft').id);
    await expect(manager).to.be.accessible();
  });
});
