import { html, nothing, type TemplateResult } from 'lit';

import { mayBeAnonymous } from '../../../domain/action/action-kind.js';
import { hasTargetList, needsTargetList } from '../../../domain/action/kind-fields.js';
import { describedBy, field } from '../../shared/field.js';
import { kindIcon } from '../../shared/kind-icon.js';
import { choicesField, selectField, switchField, valueOf, type EditorForm } from './editor-form.js';
import { fromLocalTime, localZone, toLocalTime } from './local-time.js';

/** Where an action belongs and how long it is open: type, folders, contact list, closing time, access. */
export const placementPart = (form: EditorForm): TemplateResult => html`
  <div class="field">
    <p class="label">${form.words.t('field.kind')}</p>
    <p class="kind">${kindIcon(form.content.kind)} ${form.words.t(`kind.${form.content.kind}`)}</p>
  </div>
  ${foldersField(form)} ${hasTargetList(form.content.kind) ? targetListField(form) : nothing}
  ${
    'inDistrict' in form.content
      ? switchField(
          form,
          { name: 'inDistrict', label: form.words.t('field.inDistrict'), isOn: form.content.inDistrict },
          (inDistrict) => ({ inDistrict }),
        )
      : nothing
  }
  ${closesAtField(form)}
  ${
    mayBeAnonymous(form.content.kind)
      ? switchField(
          form,
          { name: 'access', label: form.words.t('field.access'), isOn: form.content.access === 'anonymous' },
          (isOpen) => ({ access: isOpen ? 'anonymous' : 'account' }),
        )
      : nothing
  }
`;

function foldersField(form: EditorForm): TemplateResult {
  const { content, words, lookups } = form;
  const folders = lookups?.folders ?? [];
  if (folders.length === 0) {
    return html`<div class="field">
      <p class="label">${words.t('field.folderIds')}</p>
      <p class="hint">${words.t(lookups === undefined ? 'common.loading' : 'field.folderIds.none')}</p>
    </div>`;
  }
  return choicesField(
    form,
    {
      name: 'folderIds',
      label: words.t('field.folderIds'),
      hint: words.t('field.folderIds.hint'),
      chosen: content.folderIds,
      choices: folders.map(({ id, name }) => ({ value: id, label: name })),
    },
    (folderIds) => ({ folderIds }),
  );
}

function targetListField(form: EditorForm): TemplateResult {
  const { content, words, lookups } = form;
  const lists = lookups?.contactLists ?? [];
  const chosen = content.targetListId ?? '';
  const isUnknown = chosen !== '' && !lists.some(({ id }) => id === chosen);
  const isRequired = needsTargetList(content.kind);
  return selectField(
    form,
    {
      name: 'targetListId',
      label: words.t('field.targetListId'),
      value: chosen,
      isRequired,
      choices: [
        { value: '', label: words.t(isRequired ? 'field.targetListId.choose' : 'field.targetListId.none') },
        ...(isUnknown ? [{ value: chosen, label: words.t('field.targetListId.unknown') }] : []),
        ...lists.map(({ id, name, count }) => ({
          value: id,
          label: words.t('field.targetListId.count', { name, count }),
        })),
      ],
    },
    (id) => form.edit({ targetListId: id === '' ? null : id }),
  );
}

function closesAtField(form: EditorForm): TemplateResult {
  const { content, words } = form;
  const error = form.errorOf('closesAt');
  const hint = words.t('field.closesAt.hint', { zone: localZone() });
  return field(
    { id: 'closesAt', label: words.t('field.closesAt'), hint, error },
    html`<input
      type="datetime-local"
      id="closesAt"
      class="moment"
      aria-describedby=${describedBy({ id: 'closesAt', hint, error })}
      aria-invalid=${error === undefined ? 'false' : 'true'}
      ?readonly=${form.isReadOnly}
      .value=${toLocalTime(content.closesAt)}
      @change=${(event: Event) => form.edit({ closesAt: fromLocalTime(valueOf(event)) })}
      @blur=${() => form.touch('closesAt')}
    />`,
  );
}
