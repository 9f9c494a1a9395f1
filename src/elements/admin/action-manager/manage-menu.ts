import type { TemplateResult } from 'lit';

import type { Action } from '../../../domain/action/action-schema.js';
import type { PopMenu } from '../../shared/pop-menu.js';
import { titleOf } from './action-row.js';
import { listEntries, type ManageCommand } from './manage-entries.js';
import type { ManagerWords } from './manager-words.js';

interface MenuOptions {
  readonly words: ManagerWords;
  readonly now: Date;
  /** Inside an action its views are beside the menu, and not in it. */
  readonly isInside: boolean;
  readonly run: (command: ManageCommand) => void;
}

const VIEWS: ReadonlySet<ManageCommand> = new Set([
  'settings',
  'edit',
  'publish',
  'audience',
  'results',
  'share',
]);

/** Everything that can be done with one action; what can't says why. */
export const manageMenu = (menus: PopMenu, action: Action, options: MenuOptions): TemplateResult => {
  const { words, now, isInside, run } = options;
  return menus.render({
    id: `manage-${action.id}`,
    label: words.t('manager.manage'),
    name: words.t('manager.manageOne', { title: titleOf(action, words) }),
    tone: 'small',
    entries: () =>
      listEntries(action, now)
        .filter(({ command }) => !isInside || !VIEWS.has(command))
        .map(({ command, reason }) => ({
          label: words.t(`manage.${command}`),
          reason: reason && words.t(`refusal.${reason}`),
          isDangerous: command === 'delete',
          run: () => run(command),
        })),
  });
};
