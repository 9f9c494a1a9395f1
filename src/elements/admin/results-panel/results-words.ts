import type { WordsController } from '../../../controllers/words-controller.js';
import { commonWords } from '../../../i18n/common-words.js';
import { failureWords } from '../../../i18n/failure-words.js';
import { metricWords } from '../../../i18n/metric-words.js';
import { networkWords } from '../../../i18n/network-words.js';
import { resultsPanelWords } from '../../../i18n/results-panel-words.js';

export const resultsWordSets = [
  commonWords,
  failureWords,
  resultsPanelWords,
  metricWords,
  networkWords,
] as const;

export type ResultsWords = Pick<
  WordsController<
    [
      typeof commonWords,
      typeof failureWords,
      typeof resultsPanelWords,
      typeof metricWords,
      typeof networkWords,
    ]
  >,
  't' | 'number' | 'date' | 'language'
>;
