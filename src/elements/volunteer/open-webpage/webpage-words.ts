import { commonWords } from '../../../i18n/common-words.js';
import { failureWords } from '../../../i18n/failure-words.js';
import { openWebpageWords } from '../../../i18n/open-webpage-words.js';

/** All words of a page that opens elsewhere. */
export const webpageWords = [commonWords, failureWords, openWebpageWords] as const;
