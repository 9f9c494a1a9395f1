import type { EditorWords } from './editor-words.js';

const NAMED = [
  'title',
  'description',
  'disclaimer',
  'startLabel',
  'media',
  'folderIds',
  'targetListId',
  'access',
  'closesAt',
  'inDistrict',
  'areaCodes',
  'keepAssignments',
  'listMode',
  'shareLink',
  'sampleMessage',
  'networks',
  'webLink',
  'prompt',
  'maxSeconds',
  'consentText',
  'joinVideo',
  'goal',
  'scripts',
  'questions',
] as const;

/** The label of a field, by its name in the content; the name itself for one that this form does not show. */
export function fieldName(words: EditorWords, field: string): string {
  const named = NAMED.find((name) => name === field);
  return named === undefined ? field : words.t(`field.${named}`);
}
