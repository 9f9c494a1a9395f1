import type { Confirmation } from '../../shared/confirmation.js';
import type { ManagerWords } from './manager-words.js';

/** Asks before something that people will notice; true to go on. */
export async function askFirst(
  confirmation: Confirmation,
  words: ManagerWords,
  command: 'close' | 'delete',
  title: string,
): Promise<boolean> {
  const answer = await confirmation.ask({
    title: words.t(`confirm.${command}.title`, { title }),
    text: words.t(`confirm.${command}.text`),
    stay: words.t('form.cancel'),
    choices: [
      {
        value: 'go',
        label: words.t(`confirm.${command}.do`),
        tone: command === 'delete' ? 'danger' : 'primary',
      },
    ],
  });
  return answer === 'go';
}

/** What is being left, and what can be done about what is not saved there. */
interface Unsaved {
  settle(): Promise<boolean>;
  save(): Promise<boolean>;
  discard(): void;
}

/** Saves a draft without a word; asks about everything that can't be saved by itself. True when it may be left. */
export async function askToLeave(
  confirmation: Confirmation,
  words: ManagerWords,
  unsaved: Unsaved,
): Promise<boolean> {
  if (await unsaved.settle()) return true;
  const answer = await confirmation.ask({
    title: words.t('confirm.leave.title'),
    text: words.t('confirm.leave.text'),
    stay: words.t('confirm.leave.stay'),
    choices: [
      { value: 'discard', label: words.t('confirm.leave.discard'), tone: 'danger' },
      { value: 'save', label: words.t('confirm.leave.save'), tone: 'primary' },
    ],
  });
  if (answer === 'save') return unsaved.save();
  if (answer === 'discard') unsaved.discard();
  return answer === 'discard';
}
