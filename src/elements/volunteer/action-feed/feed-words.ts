import { actionFeedWords } from '../../../i18n/action-feed-words.js';
import { commonWords } from '../../../i18n/common-words.js';
import { failureWords } from '../../../i18n/failure-words.js';
import { kindWords } from '../../../i18n/kind-words.js';
import { openInPlaceWords } from '../../../i18n/open-in-place-words.js';

/** All words of the feed. */
export const feedWords = [commonWords, failureWords, openInPlaceWords, kindWords, actionFeedWords] as const;
