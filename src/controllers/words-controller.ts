import type { ReactiveController, ReactiveElement } from 'lit';

import { stringsContext } from '../context/strings-context.js';
import { fillWord, type Strings, type Word, type Words, type WordValues } from '../i18n/words.js';
import { nearestLanguage, watchLanguage } from './nearest-language.js';
import { ProvidedValue } from './provided-value.js';

type KeyOf<Set> = Set extends Words<infer Key> ? Key : never;
type KeysOf<Sets extends readonly Words[]> = KeyOf<Sets[number]>;

/** An element whose words a page may replace. */
export type WordsHost = ReactiveElement & { strings?: Strings | undefined };

/**
 * The words of an element in the language around it, live: the nearest `lang`, an element's or a provider's replacements
 * first, English where a language is not known.
 */
export class WordsController<const Sets extends readonly Words[]> implements ReactiveController {
  readonly #host: WordsHost;
  readonly #sets: readonly Words[];
  readonly #provided: ProvidedValue<Strings | undefined>;
  #tag = '';
  #unwatch: (() => void) | undefined;

  constructor(host: WordsHost, ...sets: Sets) {
    this.#host = host;
    this.#sets = sets;
    host.addController(this);
    this.#provided = new ProvidedValue(host, stringsContext);
  }

  hostConnected(): void {
    this.#read();
    this.#unwatch = watchLanguage(this.#host, () => this.#read());
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  /** The language tag for dates and numbers, such as `es-MX`. */
  get language(): string {
    return this.#tag;
  }

  /** The words for a key, with values filled in. */
  t(key: KeysOf<Sets>, values?: WordValues): string {
    return fillWord(this.#find(key), this.#tag, values);
  }

  number(value: number, options?: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(this.#tag, options).format(value);
  }

  date(instant: string | Date, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.#tag, options).format(new Date(instant));
  }

  #find(key: string): Word {
    const replaced = own(this.#host.strings, key) ?? own(this.#provided.value, key);
    if (replaced !== undefined) return replaced;
    const spoken = /^es\b/i.test(this.#tag) ? 'es' : 'en';
    for (const set of this.#sets) {
      const word = own(set[spoken], key) ?? own(set.en, key);
      if (word !== undefined) return word;
    }
    return key;
  }

  #read(): void {
    const tag = supported(nearestLanguage(this.#host));
    if (tag === this.#tag) return;
    this.#tag = tag;
    this.#host.requestUpdate();
  }
}

const own = (table: Strings | undefined, key: string): Word | undefined =>
  table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

/** A tag that `Intl` accepts and that has words; English otherwise, so that words and numbers speak one language. */
function supported(tag: string): string {
  return /^(en|es)(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : 'en';
}
