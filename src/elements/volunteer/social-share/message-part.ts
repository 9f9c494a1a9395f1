import { html, nothing, type TemplateResult } from 'lit';

import type { WordsController } from '../../../controllers/words-controller.js';
import { MESSAGE_LIMIT } from '../../../domain/action/content-limits.js';
import { remainingCharacters } from '../../../domain/sharing/message-limit.js';
import type { Network } from '../../../domain/sharing/network.js';
import { describedBy, field } from '../../shared/field.js';
import type { shareWords } from './share-words.js';

interface MessageParts {
  readonly words: WordsController<typeof shareWords>;
  readonly text: string;
  readonly link: string;
  readonly networks: readonly Network[];
  readonly isEdited: boolean;
  readonly onInput: (text: string) => void;
  readonly onReset: () => void;
}

const valueOf = ({ target }: Event): string => (target instanceof HTMLTextAreaElement ? target.value : '');

/** The message, to be changed at will, and how much of it each network takes. */
export function messagePart(parts: MessageParts): TemplateResult {
  const { words, text, onInput, onReset, isEdited } = parts;
  const hint = words.t('share.messageHint');
  return html`<div class="message">
    ${field(
      { id: 'message', label: words.t('share.message'), hint },
      html`<textarea
        id="message"
        part="message"
        dir="auto"
        maxlength=${MESSAGE_LIMIT}
        aria-describedby=${describedBy({ id: 'message', hint })}
        .value=${text}
        @input=${(event: Event) => onInput(valueOf(event))}
      ></textarea>`,
    )}
    <div class="beneath">
      ${counts(parts)}
      ${
        isEdited
          ? html`<button type="button" class="button quiet small" part="reset" @click=${onReset}>
              ${words.t('share.reset')}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

function counts({ words, text, link, networks }: MessageParts): TemplateResult {
  const limited = networks.flatMap((network) => {
    const left = remainingCharacters(network, text, link);
    return left === undefined ? [] : [{ network: words.t(`network.${network}`), left }];
  });
  return html`<ul class="counts" part="counts">
    ${limited.map(
      ({ network, left }) =>
        html`<li class=${left < 0 ? 'over' : ''}>
          ${words.t(left < 0 ? 'share.over' : 'share.left', { network, count: Math.abs(left) })}
        </li>`,
    )}
  </ul>`;
}
