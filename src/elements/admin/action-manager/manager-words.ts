import type { WordsController } from '../../../controllers/words-controller.js';
import { actionManagerWords } from '../../../i18n/action-manager-words.js';
import { commonWords } from '../../../i18n/common-words.js';
import { failureWords } from '../../../i18n/failure-words.js';
import { formWords } from '../../../i18n/form-words.js';
import { kindWords } from '../../../i18n/kind-words.js';
import { openInPlaceWords } from '../../../i18n/open-in-place-words.js';
import { refusalWords } from '../../../i18n/refusal-words.js';
import { statusWords } from '../../../i18n/status-words.js';

/** All words that the manager and its parts say. */
export const managerWordSets = [
  commonWords,
  failureWords,
  formWords,
  kindWords,
  openInPlaceWords,
  refusalWords,
  statusWords,
  actionManagerWords,
] as const;

export type ManagerWords = Pick<
  WordsController<typeof managerWordSets>,
  't' | 'date' | 'number' | 'language'
>;
