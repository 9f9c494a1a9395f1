import { html, nothing, type TemplateResult } from 'lit';

import type { PerformRecorder } from '../../controllers/perform-recorder.js';
import type { WordsController } from '../../controllers/words-controller.js';
import type { commonWords } from '../../i18n/common-words.js';
import type { failureWords } from '../../i18n/failure-words.js';
import { failureText } from './failure-text.js';
import { notice } from './notice.js';

interface RecordParts {
  readonly words: Pick<WordsController<[typeof commonWords, typeof failureWords]>, 't'>;
  /** What is said while it waits for the network. */
  readonly waiting: string;
  /** What is said when it could not be recorded. */
  readonly failed: string;
}

/** What became of recording, where that is worth saying: it waits for the network, or it failed and can be tried again. */
export function recordView(recorder: PerformRecorder, parts: RecordParts): TemplateResult | typeof nothing {
  const { state } = recorder;
  if (state.status === 'waiting') return notice({ tone: 'warning', text: parts.waiting });
  if (state.status !== 'failed') return nothing;
  const text = `${parts.failed} ${failureText(parts.words, state.error)}`;
  return notice(
    { tone: 'warning', text, isAlert: true },
    html`<button type="button" class="button small" part="retry" @click=${recorder.retry}>
      ${parts.words.t('common.retry')}
    </button>`,
  );
}
