import type { WordsController } from '../../../controllers/words-controller.js';
import { commonWords } from '../../../i18n/common-words.js';
import { editorFieldWords } from '../../../i18n/editor-field-words.js';
import { failureWords } from '../../../i18n/failure-words.js';
import { formWords } from '../../../i18n/form-words.js';
import { issueWords } from '../../../i18n/issue-words.js';
import { publishChoiceWords } from '../../../i18n/publish-choice-words.js';
import { publishPanelWords } from '../../../i18n/publish-panel-words.js';
import { refusalWords } from '../../../i18n/refusal-words.js';
import { statusWords } from '../../../i18n/status-words.js';

export const publishWordSets = [
  commonWords,
  failureWords,
  formWords,
  publishPanelWords,
  publishChoiceWords,
  refusalWords,
  statusWords,
  issueWords,
  editorFieldWords,
] as const;

type Sets = [
  typeof commonWords,
  typeof failureWords,
  typeof formWords,
  typeof publishPanelWords,
  typeof publishChoiceWords,
  typeof refusalWords,
  typeof statusWords,
  typeof issueWords,
  typeof editorFieldWords,
];

export type PublishWords = Pick<WordsController<Sets>, 't' | 'number' | 'date' | 'language'>;
