import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createEmbeddedClient } from '@groundswell/elements/embedded';
import '@groundswell/elements/elements/action-editor';
import type { ActionEditorElement } from '@groundswell/elements/elements/action-editor';
import {
  ClientError,
  getAction,
  type Client,
  type UploadedMedia,
  type UploadOptions,
} from '@groundswell/elements/contract';
import { riverbend } from '@groundswell/elements/mocks';

const campaign = riverbend({ now: new Date(), eventCount: 20 });
const organizer = campaign.users.find(({ role }) => role === 'admin')?.id ?? '';
const PICTURE = 'https://media.example.org/media/one/picture-1';

interface Sending extends UploadOptions {
  readonly file: Blob;
  readonly finish: (media?: Partial<UploadedMedia>) => void;
  readonly fail: (error: ClientError) => void;
}

/** A backend that keeps files, and an editor that is being written in; each upload goes as the test says. */
async function openEditor({ hasUpload = true } = {}) {
  const embedded = createEmbeddedClient({
    campaign,
    caller: { userId: organizer },
    links: { web: 'https://riverbend.example.org/?share={token}' },
  });
  await embedded.ready();
  const sendings: Sending[] = [];
  const upload: NonNullable<Client['upload']> = (file, options) =>
    new Promise((settle, fail) => {
      const media = {
        id: 'picture-1',
        url: PICTURE,
        type: 'image/png',
        bytes: file.size,
        width: 8,
        height: 6,
      };
      const finish = (changes: Partial<UploadedMedia> = {}) => settle({ ...media, ...changes });
      sendings.push({ file, ...options, finish, fail });
      options.signal?.addEventListener('abort', () => fail(new DOMException('Stopped.', 'AbortError')));
    });
  const client: Client = hasUpload ? { ...embedded, upload } : embedded;
  const editor: ActionEditorElement = await fixture(
    html`<action-editor kind="open_webpage" .client=${client} .autosaveDelay=${10}></action-editor>`,
  );
  const root = editor.shadowRoot!;
  await waitUntil(() => root.querySelector('form'), 'the form is there');
  const find = (id: string) => root.getElementById(id) as HTMLInputElement;
  const title = find('title');
  title.value = 'Clean the river';
  title.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const choose = (file: File) => {
    const chosen = new DataTransfer();
    chosen.items.add(file);
    find('media').files = chosen.files;
    find('media').dispatchEvent(new Event('change'));
  };
  const isSending = async (count = 1) => {
    await waitUntil(() => sendings.length === count && find('media-progress'), 'it is being sent');
    return sendings[count - 1]!;
  };
  return {
    client,
    editor,
    root,
    find,
    choose,
    isSending,
    sendings,
    error: () => find('media-error').textContent.trim(),
  };
}

async function somePicture(type = 'image/png'): Promise<File> {
  const canvas = new OffscreenCanvas(8, 6);
  canvas.getContext('2d')?.fillRect(0, 0, 4, 3);
  return new File([await canvas.convertToBlob({ type })], 'river.png', { type });
}

describe('the picture of an action', () => {
  it('is sent while somebody goes on writing, shows how far it is, and is saved with the text', async () => {
    const { client, editor, root, find, choose, isSending } = await openEditor();
    choose(await somePicture());
    const sending = await isSending();
    expect(sending.purpose).to.equal('hero');
    const bar = root.querySelector('progress')!;
    expect(bar.labels[0]?.textContent).to.equal('Sending the picture…');
    sending.onProgress?.(0.25);
    await editor.updateComplete;
    expect(bar.value).to.equal(0.25);
    const description = find('description');
    description.value = 'Typed meanwhile';
    description.dispatchEvent(new InputEvent('input', { bubbles: true }));
    sending.finish();
    await waitUntil(
      () => editor.actionId !== '' && root.querySelector('#alt') && !editor.hasUnsavedChanges,
      'it is saved',
    );
    expect(find('media-progress')).to.equal(null);
    const { content } = await client.call(getAction, { id: editor.actionId });
    expect(content).to.deep.include({ title: 'Clean the river', description: 'Typed meanwhile' });
    expect(content.media).to.deep.include({ url: PICTURE, width: 8, height: 6, kind: 'image' });
  });

  it('that could not be sent says why, and is sent again when somebody says so', async () => {
    const { editor, find, choose, isSending, error, sendings } = await openEditor();
    choose(await somePicture());
    (await isSending()).fail(new ClientError('unavailable'));
    await waitUntil(() => find('media-retry'), 'there is a way on');
    expect(error()).to.equal(
      'The picture has not been sent. The service cannot be reached. Please try again.',
    );
    find('media-retry').focus();
    find('media-retry').click();
    const again = await isSending(2);
    expect(again.file, 'the same file, which goes on where it was left').to.equal(sendings[0]?.file);
    expect(error()).to.equal('');
    await waitUntil(() => find('media-cancel').matches(':focus'), 'the keyboard is where the picture is');
    again.finish();
    await waitUntil(() => find('alt'), 'it is there');
    await waitUntil(() => find('media').matches(':focus'), 'the keyboard is still there');
    expect(editor.shadowRoot!.textContent).to.include('The picture has been sent.');
  });

  it('is sent by itself when the network is back', async () => {
    const { find, choose, isSending, error } = await openEditor();
    choose(await somePicture());
    (await isSending()).fail(new ClientError('offline'));
    await waitUntil(() => error().includes('You seem to be offline'), 'it says so');
    dispatchEvent(new Event('online'));
    (await isSending(2)).finish();
    await waitUntil(() => find('alt'), 'it is there');
  });

  it('is given up when somebody cancels', async () => {
    const { find, choose, isSending, error } = await openEditor();
    choose(await somePicture());
    const sending = await isSending();
    find('media-cancel').focus();
    find('media-cancel').click();
    expect(sending.signal?.aborted).to.equal(true);
    await waitUntil(() => find('media').matches(':focus'), 'the keyboard is where the picture is chosen');
    expect(find('media-progress')).to.equal(null);
    expect(error()).to.equal('');
    expect(find('title').value).to.equal('Clean the river');
  });

  const refusals: readonly (readonly [string, ClientError])[] = [
    ['larger than 2 MB', new ClientError('too-large')],
    ['not a picture', new ClientError('invalid-input', { fields: [{ path: 'file', code: 'not-allowed' }] })],
    ['more pixels than', new ClientError('invalid-input', { fields: [{ path: 'file', code: 'too-many' }] })],
  ];
  for (const [words, refusal] of refusals)
    it(`that the backend refuses is said to be “${words}”, and another one can be chosen`, async () => {
      const { find, choose, isSending, error } = await openEditor();
      choose(await somePicture());
      (await isSending()).fail(refusal);
      await waitUntil(() => error().includes(words), 'it says so');
      expect(find('media-retry')).to.equal(null);
      choose(await somePicture('image/webp'));
      (await isSending(2)).finish();
      await waitUntil(() => find('alt'), 'it is there');
      expect(error()).to.equal('');
    });

  it('is not sent at all where it is none, or too large', async () => {
    const { choose, error, sendings } = await openEditor();
    choose(new File(['%PDF'], 'river.png', { type: 'application/pdf' }));
    await waitUntil(() => error().includes('not a picture'), 'it says so');
    choose(new File([new Uint8Array(2_000_001)], 'river.png', { type: 'image/png' }));
    await waitUntil(() => error().includes('larger than 2 MB'), 'it says so');
    choose(new File(['broken'], 'river.png', { type: 'image/png' }));
    await waitUntil(() => error().includes('damaged'), 'it says so');
    expect(sendings).to.have.length(0);
  });

  it('is the last one that was chosen, whichever arrives last', async () => {
    const { root, choose, isSending } = await openEditor();
    choose(await somePicture());
    const first = await isSending();
    choose(await somePicture('image/webp'));
    const second = await isSending(2);
    expect(first.signal?.aborted).to.equal(true);
    second.finish({ url: `${PICTURE}-second` });
    first.finish({ url: `${PICTURE}-first` });
    await waitUntil(() => root.querySelector('.picture img'), 'it is there');
    expect(root.querySelector('.picture img')?.getAttribute('src')).to.equal(`${PICTURE}-second`);
  });

  it('never lands in another action', async () => {
    const { editor, find, choose, isSending } = await openEditor();
    await waitUntil(() => editor.actionId !== '', 'it is saved');
    choose(await somePicture());
    const sending = await isSending();
    editor.actionId =
      campaign.actions.find(({ status, content }) => status === 'draft' && content.media === null)?.id ?? '';
    await waitUntil(() => find('title').value !== 'Clean the river', 'another one is open');
    expect(sending.signal?.aborted).to.equal(true);
    sending.finish();
    await editor.updateComplete;
    expect(find('alt')).to.equal(null);
    expect(find('media-progress')).to.equal(null);
  });

  it('goes on where its editor is moved, and is given up where that is taken away', async () => {
    const { editor, choose, isSending } = await openEditor();
    choose(await somePicture());
    const sending = await isSending();
    const place = document.createElement('div');
    editor.parentElement!.append(place);
    place.append(editor);
    await editor.updateComplete;
    expect(sending.signal?.aborted).to.equal(false);
    editor.remove();
    await Promise.resolve();
    expect(sending.signal?.aborted).to.equal(true);
  });

  it('is carried in the action where a backend keeps no files, or a drawing is chosen', async () => {
    const without = await openEditor({ hasUpload: false });
    without.choose(await somePicture());
    await waitUntil(() => without.root.querySelector('.picture img[src^="data:image/png"]'), 'it is there');
    const refusing = await openEditor();
    refusing.choose(await somePicture());
    (await refusing.isSending()).fail(new ClientError('unsupported'));
    await waitUntil(() => refusing.root.querySelector('.picture img[src^="data:image/png"]'), 'it is there');
    refusing.choose(
      new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', { type: 'image/svg+xml' }),
    );
    await waitUntil(
      () => refusing.root.querySelector('.picture img[src^="data:image/svg"]'),
      'the drawing is there',
    );
    expect(refusing.sendings).to.have.length(1);
  });

  it('breaks no rule of accessibility on its way', async () => {
    const { editor, choose, isSending, find } = await openEditor();
    choose(await somePicture());
    const sending = await isSending();
    await expect(editor).to.be.accessible();
    sending.fail(new ClientError('offline'));
    await waitUntil(() => find('media-retry'), 'there is a way on');
    await expect(editor).to.be.accessible();
  });
});
