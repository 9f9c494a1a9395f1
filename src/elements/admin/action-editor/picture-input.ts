import type { ReactiveController } from 'lit';

import type { Upload } from '../../../contract/client.js';
import { isAbort, toClientError, type ClientError } from '../../../contract/client-error.js';
import { ClientSource, type ClientHost } from '../../../controllers/client-source.js';
import { HERO_MEDIA_LIMIT, type Media } from '../../../domain/media/media-schema.js';
import { isDrawing, preparePicture, type PictureRefusal, type PreparedPicture } from './prepare-picture.js';
import { readPicture, toPicture } from './read-picture.js';

/** Where the picture that was chosen is on its way into the action. */
export type PictureState =
  | { readonly step: 'idle' }
  | { readonly step: 'reading' }
  /** Which part of it the backend has, from 0 to 1. */
  | { readonly step: 'sending'; readonly share: number }
  | { readonly step: 'sent' }
  /** Another file has to be chosen. */
  | { readonly step: 'refused'; readonly reason: PictureRefusal }
  /** The same file may be sent again. */
  | { readonly step: 'failed'; readonly error: ClientError };

interface PictureInputOptions {
  /** What the picture is for, by identity: one that was chosen for another draft never lands in this one. */
  readonly about: () => unknown;
  readonly onPicture: (picture: Media) => void;
}

/**
 * Brings a file that was chosen into the action: sent to the backend where that keeps files, and otherwise carried in
 * the address of the picture. What was not sent because the network went away is sent when it is back.
 */
export class PictureInput implements ReactiveController {
  readonly #host: ClientHost;
  readonly #options: PictureInputOptions;
  #state: PictureState = { step: 'idle' };
  #about: unknown;
  #running: AbortController | undefined;
  #unsent: PreparedPicture | undefined;

  constructor(host: ClientHost, options: PictureInputOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): PictureState {
    return this.#state;
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
    // An element that is moved is back at once.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#stop();
    });
  }

  hostUpdate(): void {
    if (this.#state.step !== 'idle' && this.#about !== this.#options.about()) this.#stop();
  }

  /** Takes the file that was just chosen; a later choice wins over an earlier one that is still on its way. */
  async take(control: HTMLInputElement): Promise<void> {
    const file = control.files?.[0];
    // Choosing the same file again is a choice, too.
    control.value = '';
    if (file === undefined) return;
    const { signal } = this.#start({ step: 'reading' });
    const upload = ClientSource.of(this.#host).client?.upload;
    if (upload === undefined || isDrawing(file)) return this.#carry(file, signal);
    const prepared = await preparePicture(file, HERO_MEDIA_LIMIT);
    if (signal.aborted) return;
    if (prepared.ok) await this.#send(upload, prepared, signal);
    else this.#become({ step: 'refused', reason: prepared.reason });
  }

  /** Gives up what is being sent. */
  cancel(): void {
    this.#stop();
    this.#become({ step: 'idle' });
  }

  /** Sends what could not be sent. */
  async retry(): Promise<void> {
    const upload = ClientSource.of(this.#host).client?.upload;
    if (this.#unsent === undefined || upload === undefined) return;
    const picture = this.#unsent;
    await this.#send(upload, picture, this.#start({ step: 'sending', share: 0 }).signal);
  }

  async #send(upload: Upload, picture: PreparedPicture, signal: AbortSignal): Promise<void> {
    this.#become({ step: 'sending', share: 0 });
    const onProgress = (share: number) => {
      if (!signal.aborted) this.#become({ step: 'sending', share });
    };
    try {
      const media = await upload(picture.blob, { purpose: 'hero', signal, onProgress });
      if (signal.aborted) return;
      this.#become({ step: 'sent' });
      this.#options.onPicture(toPicture(media.url, { ...media, blob: { size: media.bytes } }));
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      const failure = toClientError(error);
      const reason = explainRefusal(failure);
      this.#unsent = picture;
      if (failure.code === 'unsupported') await this.#carry(picture.blob, signal);
      else
        this.#become(reason === undefined ? { step: 'failed', error: failure } : { step: 'refused', reason });
    }
  }

  async #carry(file: Blob, signal: AbortSignal): Promise<void> {
    const reading = await readPicture(file);
    if (signal.aborted) return;
    this.#become(reading.ok ? { step: 'idle' } : { step: 'refused', reason: reading.reason });
    if (reading.ok) this.#options.onPicture(reading.picture);
  }

  #start(state: PictureState): AbortController {
    this.#stop();
    this.#about = this.#options.about();
    this.#running = new AbortController();
    this.#become(state);
    return this.#running;
  }

  #stop(): void {
    this.#running?.abort();
    this.#unsent = undefined;
    this.#state = { step: 'idle' };
  }

  #become(state: PictureState): void {
    const root = this.#host.shadowRoot;
    const focused = root?.activeElement?.id ?? '';
    this.#state = state;
    this.#host.requestUpdate();
    if (!focused.startsWith('media-')) return;
    // The button that was just pressed may be gone: stay where the picture is.
    void this.#host.updateComplete.then(() => {
      if (root?.activeElement) return;
      (
        root?.querySelector<HTMLElement>('#media-cancel, #media-retry') ?? root?.getElementById('media')
      )?.focus();
    });
  }

  readonly #onOnline = () => {
    if (this.#state.step === 'failed' && this.#state.error.isTransient) void this.retry();
  };
}

/** What the backend has against the file itself; undefined where it is about something else. */
function explainRefusal({ code, details }: ClientError): PictureRefusal | undefined {
  if (code === 'too-large') return 'too-large';
  if (code !== 'invalid-input') return undefined;
  return details.fields?.[0]?.code === 'too-many' ? 'too-many-pixels' : 'not-an-image';
}
