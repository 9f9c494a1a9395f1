import { html, nothing, type TemplateResult } from 'lit';

import type { Action } from '../../../domain/action/action-schema.js';
import { checkContent } from '../../../domain/action/check-content.js';
import { hasNewLimits, hasRecipients, isOut, type Choices } from './choices.js';
import type { PublishForm } from './publish-form.js';
import { decideStep, type Step } from './publish-order.js';
import type { ChoiceOptions } from './who-part.js';

interface ButtonOptions extends ChoiceOptions {
  readonly now: Date;
  readonly isRunning: boolean;
  readonly take: (step: Step) => void;
}

/** What the choices come to. Where a time is still missing it is the schedule all the same: pressing says what is wrong. */
export function chosenStep(action: Action, choices: Choices, form: PublishForm): Step | undefined {
  const { listIds, folderIds, userIds } = choices;
  if (!isOut(action) && choices.when === 'later') {
    const publishAt = form.time.kind === 'invalid' ? '' : form.time.instant;
    const inFolders = folderIds.flatMap((id) => form.folders?.get(id) ?? []).map(({ id }) => id);
    const recipients = { listIds: [...new Set([...listIds, ...inFolders])], userIds: [...userIds] };
    return {
      to: 'schedule',
      schedule: { publishAt, visibility: choices.who },
      recipients: choices.who === 'private' ? recipients : undefined,
    };
  }
  if (choices.who === 'public' && action.visibility !== 'public') return { to: 'publish' };
  const isPrivate = choices.who === 'private' || hasRecipients(choices);
  return isPrivate
    ? { to: 'send', listIds: [...listIds], folderIds: [...folderIds], userIds: [...userIds] }
    : undefined;
}

/** Why the button can't be pressed, in words; `undefined` while it can. What is wrong with a time is said at its field. */
function whyNot(step: Step, { action, choices, form, words, now }: ButtonOptions): string | undefined {
  const isExpanding = step.to === 'schedule' && choices.who === 'private' && form.folders === undefined;
  if (isExpanding) return words.t('common.loading');
  const decision = decideStep(action, step, now);
  if (decision.ok || decision.reason === 'in-the-past') {
    const isIncomplete = checkContent(action.content).length > 0;
    return isIncomplete ? words.t('refusal.incomplete') : undefined;
  }
  return words.t(`refusal.${decision.reason}`);
}

function stepLabel(step: Step, { action, form, words }: ButtonOptions): string {
  switch (step.to) {
    case 'publish':
      return words.t('publish.do.public');
    case 'schedule':
      return words.t(action.status === 'scheduled' ? 'publish.do.reschedule' : 'publish.do.schedule');
    default:
      return form.reach === undefined || form.reach === 0 || isOut(action)
        ? words.t('publish.do.sendUncounted')
        : words.t('publish.do.send', { count: form.reach });
  }
}

/** The one thing to do with what is chosen, why it can't be done, and what else there is. */
export function stepButtons(options: ButtonOptions): TemplateResult | typeof nothing {
  const { action, choices, form, words, isRunning, take } = options;
  const step = chosenStep(action, choices, form);
  const others = otherButtons(options);
  if (step === undefined && others === nothing) return nothing;
  const reason = step && whyNot(step, options);
  return html`<div class="steps" part="steps">
    ${reason === undefined ? nothing : html`<p class="reason" id="reason">${reason}</p>`}
    <div class="row">
      ${
        step === undefined
          ? nothing
          : html`<button
              type="button"
              class="button primary"
              part="publish"
              aria-describedby=${reason === undefined ? nothing : 'reason'}
              ?disabled=${reason !== undefined}
              aria-disabled=${isRunning ? 'true' : nothing}
              @click=${() => take(step)}
            >
              ${isRunning ? words.t('publish.do.busy') : stepLabel(step, options)}
            </button>`
      }
      ${others}
    </div>
    ${action.status === 'draft' ? html`<p class="hint">${words.t('publish.draftHint')}</p>` : nothing}
  </div>`;
}

function otherButtons({ action, choices, words, isRunning, take }: ButtonOptions) {
  const other = (to: 'save' | 'unschedule', label: string) =>
    html`<button
      type="button"
      class="button"
      part=${to}
      aria-disabled=${isRunning ? 'true' : nothing}
      @click=${() => take({ to })}
    >
      ${label}
    </button>`;
  if (action.status === 'scheduled') return other('unschedule', words.t('publish.do.unschedule'));
  if (action.status === 'draft') return other('save', words.t('publish.do.draft'));
  return hasNewLimits(action, choices) ? other('save', words.t('publish.do.limits')) : nothing;
}
