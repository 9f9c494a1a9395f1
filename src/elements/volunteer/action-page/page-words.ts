import { actionCardWords } from '../../../i18n/action-card-words.js';
import { actionPageWords } from '../../../i18n/action-page-words.js';
import { commonWords } from '../../../i18n/common-words.js';
import { failureWords } from '../../../i18n/failure-words.js';
import { openInPlaceWords } from '../../../i18n/open-in-place-words.js';
import { startLabelWords } from '../../../i18n/start-label-words.js';

/** All words of the page of one action. */
export const pageWords = [
  commonWords,
  failureWords,
  openInPlaceWords,
  startLabelWords,
  actionCardWords,
  actionPageWords,
] as const;
