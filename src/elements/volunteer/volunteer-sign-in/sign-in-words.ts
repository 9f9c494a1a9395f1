import { commonWords } from '../../../i18n/common-words.js';
import { failureWords } from '../../../i18n/failure-words.js';
import { volunteerSignInWords } from '../../../i18n/volunteer-sign-in-words.js';

/** All words of signing in. */
export const signInWords = [commonWords, failureWords, volunteerSignInWords] as const;
