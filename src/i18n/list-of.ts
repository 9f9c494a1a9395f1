/** Names as a list in words, such as "a, b and c". */
export const listOf = (language: string, items: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
