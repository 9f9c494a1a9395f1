import type { WordsController } from '../../../controllers/words-controller.js';
import { commonWords } from '../../../i18n/common-words.js';
import { failureWords } from '../../../i18n/failure-words.js';
import { shareOptionsWords } from '../../../i18n/share-options-words.js';

export const sharingWordSets = [commonWords, failureWords, shareOptionsWords] as const;

export type SharingWords = Pick<
  WordsController<[typeof commonWords, typeof failureWords, typeof shareOptionsWords]>,
  't' | 'number'
>;
