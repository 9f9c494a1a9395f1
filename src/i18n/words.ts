/** One text, or one per plural category of `Intl.PluralRules`; `other` is the one that every language has. */
export type Word =
  string | ({ readonly other: string } & { readonly [Category in Intl.LDMLPluralRule]?: string });

/** Words by key, such as `card.done`. Values are text, never markup; `{name}` stands for a value. */
export type WordTable<Key extends string = string> = Readonly<Record<Key, Word>>;

/** Words that a page replaces: any part of them, in whatever language the page is written. */
export type Strings = Readonly<Partial<Record<string, Word>>>;

/** The same words in every language of the core. A key that one language lacks does not compile. */
export interface Words<Key extends string = string> {
  readonly en: WordTable<Key>;
  readonly es: WordTable<Key>;
}

/** Declares words; English decides which keys there are. */
// @__NO_SIDE_EFFECTS__
export const defineWords = <const En extends WordTable>(words: {
  readonly en: En;
  readonly es: { readonly [Key in keyof En]: Word };
}): Words<Extract<keyof En, string>> => words;

export type WordValues = Readonly<Record<string, string | number>>;

/**
 * A word with its values filled in, once: what is in a value is never looked at again. The plural form follows the value
 * called `count`.
 */
export function fillWord(word: Word, language: string, values: WordValues = {}): string {
  const format = new Intl.NumberFormat(language);
  return chooseForm(word, language, values['count']).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof value === 'number' ? format.format(value) : (value ?? placeholder);
  });
}

function chooseForm(word: Word, language: string, count: string | number | undefined): string {
  if (typeof word === 'string') return word;
  return word[new Intl.PluralRules(language).select(Number(count ?? 0))] ?? word.other;
}
