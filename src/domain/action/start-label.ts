import { isBlank } from '../values/is-blank.js';
import type { ActionContent } from './action-schema.js';

/** Labels that are offered ready-made; their words are translated. Any other text is an organizer's own. */
export const START_LABEL_PRESETS = [
  'start',
  'learn_more',
  'find_friends',
  'share',
  'repost',
  'sign_up',
  'take_survey',
  'record',
  'register',
  'rsvp',
] as const;

export type StartLabelPreset = (typeof START_LABEL_PRESETS)[number];

/** What the start button says: a preset to translate, or the organizer's own words. Never empty (INV-11). */
export function chooseStartLabel(
  content: Pick<ActionContent, 'startLabel'>,
): { preset: StartLabelPreset } | { text: string } {
  if (isBlank(content.startLabel)) return { preset: 'start' };
  const text = content.startLabel.trim();
  const preset = START_LABEL_PRESETS.find((known) => text === `preset:${known}`);
  return preset === undefined ? { text } : { preset };
}
