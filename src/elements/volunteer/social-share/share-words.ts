import { commonWords } from '../../../i18n/common-words.js';
import { failureWords } from '../../../i18n/failure-words.js';
import { networkWords } from '../../../i18n/network-words.js';
import { socialShareWords } from '../../../i18n/social-share-words.js';

/** All words of sharing. */
export const shareWords = [commonWords, failureWords, networkWords, socialShareWords] as const;
