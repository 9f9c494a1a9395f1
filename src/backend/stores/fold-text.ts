/** Text as people search and sort it: without case and accents. */
export const foldText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** As much of a text as sorting needs, and as fits into a cursor. */
export const sortText = (text: string): string => foldText(text.slice(0, 80)).slice(0, 40);

/** Whether any of the texts contains what somebody searched for; an empty search finds everything. */
export function matchesSearch(search: string, texts: readonly (string | null)[]): boolean {
  const wanted = foldText(search.trim());
  return wanted === '' || texts.some((text) => text !== null && foldText(text).includes(wanted));
}
