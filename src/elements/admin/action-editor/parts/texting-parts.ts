import { html, type TemplateResult } from 'lit';

import type { TextingKind } from '../../../../domain/action/action-kind.js';
import type { ContentOf } from '../../../../domain/action/action-schema.js';
import { parseAreaCodes } from '../../../../domain/action/parse-area-codes.js';
import { describedBy, field } from '../../../shared/field.js';
import { selectField, switchField, valueOf, type EditorForm } from '../editor-form.js';
import { keptPart } from './kept-part.js';

const scripts = (form: EditorForm<ContentOf<TextingKind>>): TemplateResult =>
  keptPart(form, { name: 'scripts', count: form.content.scripts.length });

/** Which numbers to prefer, and whether contacts stay with whom they were given to. */
export function peerToPeerPart(form: EditorForm<ContentOf<'peer_to_peer'>>): TemplateResult {
  const { content, words } = form;
  const hint = words.t('field.areaCodes.hint');
  const error = form.errorOf('areaCodes');
  const onChange = (event: Event) => {
    const { codes, refused } = parseAreaCodes(valueOf(event));
    form.edit({ areaCodes: [...codes, ...refused] });
    form.touch('areaCodes');
  };
  const refused = content.areaCodes.filter((code) => parseAreaCodes(code).codes.length === 0);
  const text =
    refused.length === 0 ? error : words.t('field.areaCodes.refused', { codes: refused.join(', ') });
  return html`
    ${field(
      { id: 'areaCodes', label: words.t('field.areaCodes'), hint, error: text },
      html`<input
        id="areaCodes"
        inputmode="numeric"
        autocomplete="off"
        aria-describedby=${describedBy({ id: 'areaCodes', hint, error: text })}
        aria-invalid=${text === undefined ? 'false' : 'true'}
        ?readonly=${form.isReadOnly}
        .value=${content.areaCodes.join(', ')}
        @change=${onChange}
      />`,
    )}
    ${switchField(
      form,
      { name: 'keepAssignments', label: words.t('field.keepAssignments'), isOn: content.keepAssignments },
      (keepAssignments) => ({ keepAssignments }),
    )}
    ${scripts(form)}
  `;
}

export const friendToFriendPart = (form: EditorForm<ContentOf<'friend_to_friend'>>): TemplateResult =>
  scripts(form);

/** How contacts are handed out. */
export const canvassingPart = (form: EditorForm<ContentOf<'canvassing'>>): TemplateResult => html`
  ${selectField(
    form,
    {
      name: 'listMode',
      label: form.words.t('field.listMode'),
      value: form.content.listMode,
      choices: (['shared', 'assigned'] as const).map((mode) => ({
        value: mode,
        label: form.words.t(`field.listMode.${mode}`),
      })),
    },
    (mode) => form.edit({ listMode: mode === 'assigned' ? 'assigned' : 'shared' }),
  )}
  ${scripts(form)}
`;
