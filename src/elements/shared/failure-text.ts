import type { ClientError } from '../../contract/client-error.js';
import type { failureWords } from '../../i18n/failure-words.js';
import type { WordsController } from '../../controllers/words-controller.js';

type FailureWords = Pick<WordsController<[typeof failureWords]>, 't'>;

/** What a failure means to a person. */
export const failureText = (words: FailureWords, error: ClientError): string =>
  words.t(`failure.${error.code}`);
