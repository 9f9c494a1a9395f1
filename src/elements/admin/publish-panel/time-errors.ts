import type { ResolvedTime } from '../../../domain/schedule/wall-time.js';
import type { Choices } from './choices.js';
import type { PublishWords } from './publish-words.js';

/** What is wrong with the time, by field. */
export interface TimeErrors {
  readonly date?: string;
  readonly time?: string;
}

/**
 * What is wrong with the chosen time, at the field where it is wrong.
 *
 * @param isRefused - Whether a backend, whose clock decides, has refused it as past.
 */
export function timeErrors(
  choices: Pick<Choices, 'date' | 'time'>,
  time: ResolvedTime,
  now: Date,
  words: PublishWords,
  isRefused = false,
): TimeErrors {
  if (time.kind === 'invalid')
    return {
      ...((choices.date === '' || choices.time !== '') && { date: words.t('publish.chooseDate') }),
      ...(choices.time === '' && { time: words.t('publish.chooseTime') }),
    };
  const isPast = isRefused || Date.parse(time.instant) <= now.getTime();
  return isPast ? { date: words.t('issue.in-the-past') } : {};
}
