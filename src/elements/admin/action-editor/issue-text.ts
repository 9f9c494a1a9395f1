import type { WordsController } from '../../../controllers/words-controller.js';
import type { FieldIssue } from '../../../domain/values/field-issue-schema.js';
import type { issueWords } from '../../../i18n/issue-words.js';

type IssueWords = Pick<WordsController<[typeof issueWords]>, 't'>;

/** What is wrong with a field, in words. */
export const issueText = (words: IssueWords, { code, limit }: FieldIssue): string =>
  words.t(`issue.${code}`, { limit: limit ?? 0 });
