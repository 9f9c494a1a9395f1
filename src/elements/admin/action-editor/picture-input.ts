import type { ReactiveControllerHost } from 'lit';

import type { Media } from '../../../domain/media/media-schema.js';
import { readPicture, type PictureRefusal } from './read-picture.js';

/** Turns what a file control was given into a picture, and remembers why that did not work. */
export class PictureInput {
  readonly #host: ReactiveControllerHost;
  readonly #onPicture: (picture: Media) => void;
  #reading: File | undefined;
  #refusal: PictureRefusal | undefined;

  constructor(host: ReactiveControllerHost, onPicture: (picture: Media) => void) {
    this.#host = host;
    this.#onPicture = onPicture;
  }

  get isReading(): boolean {
    return this.#reading !== undefined;
  }

  get refusal(): PictureRefusal | undefined {
    return this.#refusal;
  }

  /** Takes the file that was just chosen; a later choice wins over an earlier one that is still being read. */
  async take(control: HTMLInputElement): Promise<void> {
    const file = control.files?.[0];
    // Choosing the same file again is a choice, too.
    control.value = '';
    if (file === undefined) return;
    this.#become(file, undefined);
    const reading = await readPicture(file);
    if (this.#reading !== file) return;
    this.#become(undefined, reading.ok ? undefined : reading.reason);
    if (reading.ok) this.#onPicture(reading.picture);
  }

  #become(reading: File | undefined, refusal: PictureRefusal | undefined): void {
    this.#reading = reading;
    this.#refusal = refusal;
    this.#host.requestUpdate();
  }
}
