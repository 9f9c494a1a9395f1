import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createEmbeddedClient } from '@groundswell/elements/embedded';
import '@groundswell/elements/elements/action-editor';
import type { ActionEditorElement } from '@groundswell/elements/elements/action-editor';
import {
  ClientError,
  createAction,
  getAction,
  listActions,
  updateAction,
  type Client,
} from '@groundswell/elements/contract';
import type { ActionKind } from '@groundswell/elements/domain';
import { riverbend, someContent } from '@groundswell/elements/mocks';

const campaign = riverbend({ now: new Date(), eventCount: 20 });
const organizer = campaign.users.find(({ role }) => role === 'admin')?.id ?? '';

const openClient = async () => {
  const client = createEmbeddedClient({
    campaign,
    caller: { userId: organizer },
    links: { web: 'https://riverbend.example.org/?share={token}' },
  });
  await client.ready();
  return client;
};

/** The same client, with a record of what was called, and failures on demand. */
function watched(client: Client, failWith: () => ClientError | undefined = () => undefined) {
  const calls: string[] = [];
  const call: Client['call'] = (operation, ...rest) => {
    calls.push(operation.name);
    const failure = operation.method === 'GET' ? undefined : failWith();
    return failure === undefined ? client.call(operation, ...rest) : Promise.reject(failure);
  };
  const count = (name: string) => calls.filter((called) => called === name).length;
  return { client: { ...client, call }, count };
}

interface Props {
  readonly client: Client;
  readonly actionId?: string;
  readonly kind?: ActionKind;
  readonly autosaveDelay?: number;
}

async function openEditor({ client, actionId = '', kind, autosaveDelay = 10 }: Props) {
  const editor: ActionEditorElement = await fixture(
    html`<action-editor
      action-id=${actionId}
      .kind=${kind ?? ''}
      .client=${client}
      .autosaveDelay=${autosaveDelay}
    ></action-editor>`,
  );
  await waitUntil(() => editor.shadowRoot?.querySelector('form'), 'the form is there');
  const find = (id: string) => editor.shadowRoot!.getElementById(id) as HTMLInputElement;
  const type = (id: string, text: string) => {
    const control = find(id);
    control.focus();
    control.value = text;
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const text = () => editor.shadowRoot!.textContent;
  const submit = () => editor.shadowRoot!.querySelector<HTMLButtonElement>('[type=submit]')!;
  const errorOf = (id: string) => find(`${id}-error`).textContent.trim();
  return { editor, find, type, text, submit, errorOf };
}

describe('<action-editor>', () => {
  it('makes a social sharing action by keyboard alone', async () => {
    const client = await openClient();
    const { editor, find } = await openEditor({ client, kind: 'social_sharing' });
    find('title').focus();
    await sendKeys({ type: 'Share our story' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'It takes a minute' });
    find('shareLink').focus();
    await sendKeys({ type: 'https://riverbend.example.org/story' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Look at this' });
    await waitUntil(() => editor.actionId !== '' && !editor.hasUnsavedChanges, 'it is saved');
    const { content, status } = await client.call(getAction, { id: editor.actionId });
    expect(status).to.equal('draft');
    expect(content).to.deep.include({
      title: 'Share our story',
      description: 'It takes a minute',
      shareLink: 'https://riverbend.example.org/story',
      sampleMessage: 'Look at this',
    });
  });

  it('names the missing fields, and leads to each', async () => {
    const { find, submit, text, errorOf, type } = await openEditor({
      client: await openClient(),
      kind: 'social_sharing',
    });
    expect(errorOf('title'), 'before anything was tried').to.equal('');
    type('title', 'Share');
    submit().click();
    await waitUntil(() => find('summary'), 'there is a summary');
    await waitUntil(() => find('summary').matches(':focus'), 'focus is on the summary');
    expect(text()).to.include('3 fields are still missing');
    const links = [...find('summary').querySelectorAll('button')];
    expect(links.map((link) => link.textContent.trim())).to.deep.equal([
      'Description',
      'Share link',
      'Sample message',
    ]);
    expect(errorOf('shareLink')).to.equal('This is required.');
    links[1]?.click();
    await waitUntil(() => find('shareLink').matches(':focus'), 'focus is on the field');
  });

  it('refuses a script as a link with words, keeps it as typed, and saves the rest', async () => {
    const client = await openClient();
    const { editor, type, find, errorOf } = await openEditor({ client, kind: 'open_webpage' });
    type('title', 'Sign');
    type('webLink', 'javascript:alert(1)');
    find('webLink').blur();
    await waitUntil(() => editor.actionId !== '', 'it is saved');
    await waitUntil(() => errorOf('webLink') !== '', 'it says so');
    expect(errorOf('webLink')).to.include('https://');
    expect(find('webLink').value).to.equal('javascript:alert(1)');
    expect(editor.hasUnsavedChanges).to.equal(true);
    const { content } = await client.call(getAction, { id: editor.actionId });
    expect(content).to.deep.include({ title: 'Sign', webLink: '' });
  });

  it('keeps titles of 10,000 characters, right-to-left text, emoji and single spaces to the letter', async () => {
    const client = await openClient();
    const { editor, type } = await openEditor({ client, kind: 'social_sharing' });
    const title = '🐸'.repeat(5000);
    type('title', title);
    type('description', '‏مرحبا 👩‍👩‍👧 <b>x</b>');
    type('sampleMessage', ' ');
    await waitUntil(() => editor.actionId !== '' && !editor.hasUnsavedChanges, 'it is saved');
    const { content } = await client.call(getAction, { id: editor.actionId });
    expect(content).to.deep.include({ title, description: '‏مرحبا 👩‍👩‍👧 <b>x</b>', sampleMessage: ' ' });
  });

  it('creates one action for a double click', async () => {
    const { client, count } = watched(await openClient());
    const { editor, type, submit } = await openEditor({ client, kind: 'open_webpage', autosaveDelay: 5000 });
    type('title', 'Once');
    submit().click();
    submit().click();
    await waitUntil(() => editor.actionId !== '' && !editor.hasUnsavedChanges, 'it is saved');
    expect(count('actions.create')).to.equal(1);
    const { total } = await client.call(listActions, { search: 'Once' });
    expect(total).to.equal(1);
  });

  it('keeps what is typed while the network is away, and makes one action when it is back', async () => {
    let isAway = true;
    const { client, count } = watched(await openClient(), () =>
      isAway ? new ClientError('offline') : undefined,
    );
    const { editor, type, text } = await openEditor({ client, kind: 'open_webpage' });
    type('title', 'Kept');
    await waitUntil(() => text().includes('kept here'), 'it says that it is kept');
    type('description', 'Typed while offline');
    isAway = false;
    dispatchEvent(new Event('online'));
    await waitUntil(() => editor.actionId !== '' && !editor.hasUnsavedChanges, 'it is saved');
    const { total } = await client.call(listActions, { search: 'Kept' });
    expect(total).to.equal(1);
    expect(count('actions.create')).to.be.greaterThan(1);
  });

  it('shows both versions after a stale save, and loses nothing of either', async () => {
    const client = await openClient();
    const content = someContent('open_webpage', { title: 'Before', description: 'Before' });
    const action = await client.call(createAction, { content }, { key: 'conflict-key' });
    const silent: Client = { ...client, subscribe: () => () => undefined };
    const { editor, type, find, text } = await openEditor({
      client: silent,
      actionId: action.id,
      autosaveDelay: 20,
    });
    await client.call(updateAction, {
      id: action.id,
      version: action.version,
      content: { ...content, title: 'Their title', description: 'Their description' },
    });
    type('title', 'My title');
    await waitUntil(() => find('conflict-title'), 'the choice is there');
    await waitUntil(() => find('conflict-title').matches(':focus'), 'focus is on it');
    expect(text()).to.include('Their title').and.to.include('Their description').and.to.include('My title');
    expect(find('title').value).to.equal('My title');
    const save = [...editor.shadowRoot!.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('Save this choice'),
    );
    save?.click();
    await waitUntil(() => !editor.hasUnsavedChanges, 'it is saved');
    const { content: merged } = await client.call(getAction, { id: action.id });
    expect(merged).to.deep.include({ title: 'My title', description: 'Their description' });
  });

  it('does not save what is published until somebody says so', async () => {
    const { client, count } = watched(await openClient());
    const published = campaign.actions.find(({ status }) => status === 'published')!;
    const { editor, type, submit, text } = await openEditor({ client, actionId: published.id });
    type('description', 'A better description');
    await new Promise((settle) => setTimeout(settle, 60));
    expect(count('actions.update')).to.equal(0);
    expect(editor.hasUnsavedChanges).to.equal(true);
    submit().click();
    await waitUntil(() => !editor.hasUnsavedChanges, 'it is saved');
    expect(text()).to.match(/Saved \d/);
  });

  it('shows a deleted action and lets nobody change it', async () => {
    const deleted = campaign.actions.find(({ status }) => status === 'deleted')!;
    const { find, text, submit } = await openEditor({ client: await openClient(), actionId: deleted.id });
    expect(text()).to.include('has been deleted');
    expect(find('title').readOnly).to.equal(true);
    expect(submit()).to.equal(null);
  });

  it('shows what volunteers will see while somebody types, in either language', async () => {
    const { editor, type } = await openEditor({ client: await openClient(), kind: 'open_webpage' });
    const card = () => editor.shadowRoot!.querySelector('action-card')!;
    type('title', 'Sign for a crossing');
    await waitUntil(
      () => card().shadowRoot?.textContent.includes('Sign for a crossing'),
      'the title is in the preview',
    );
    expect(card().shadowRoot?.textContent).to.include('Start');
    const spanish = [...editor.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=preview-language]')].at(
      -1,
    );
    spanish?.click();
    await waitUntil(() => card().shadowRoot?.textContent.includes('Empezar'), 'the button speaks Spanish');
  });

  it('breaks no rule of accessibility', async () => {
    const { editor, submit, find, type } = await openEditor({
      client: await openClient(),
      kind: 'social_sharing',
    });
    type('title', 'Share');
    submit().click();
    await waitUntil(() => find('summary'), 'there is a summary');
    await expect(editor).to.be.accessible();
  });
});
