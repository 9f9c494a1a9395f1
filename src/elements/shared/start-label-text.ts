import type { WordsController } from '../../controllers/words-controller.js';
import { chooseStartLabel } from '../../domain/action/start-label.js';
import type { startLabelWords } from '../../i18n/start-label-words.js';

/** What the start button says: a preset in the language of the page, or the organizer's own words as they are. */
export function startLabelText(
  words: Pick<WordsController<[typeof startLabelWords]>, 't'>,
  content: Parameters<typeof chooseStartLabel>[0],
): string {
  const label = chooseStartLabel(content);
  return 'text' in label ? label.text : words.t(`startLabel.${label.preset}`);
}
