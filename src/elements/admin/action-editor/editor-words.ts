import type { WordsController } from '../../../controllers/words-controller.js';
import { actionEditorWords } from '../../../i18n/action-editor-words.js';
import { commonWords } from '../../../i18n/common-words.js';
import { editorFieldWords } from '../../../i18n/editor-field-words.js';
import { failureWords } from '../../../i18n/failure-words.js';
import { formWords } from '../../../i18n/form-words.js';
import { issueWords } from '../../../i18n/issue-words.js';
import { kindWords } from '../../../i18n/kind-words.js';
import { networkWords } from '../../../i18n/network-words.js';
import { startLabelWords } from '../../../i18n/start-label-words.js';

/** All words that the editor and its parts say. */
export const editorWordSets = [
  commonWords,
  failureWords,
  formWords,
  issueWords,
  kindWords,
  networkWords,
  startLabelWords,
  actionEditorWords,
  editorFieldWords,
] as const;

export type EditorWords = Pick<WordsController<typeof editorWordSets>, 't' | 'date' | 'number' | 'language'>;
