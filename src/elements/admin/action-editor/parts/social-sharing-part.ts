import { html, type TemplateResult } from 'lit';

import type { ContentOf } from '../../../../domain/action/action-schema.js';
import { MESSAGE_LIMIT } from '../../../../domain/action/content-limits.js';
import { NETWORKS, type Network } from '../../../../domain/sharing/network.js';
import { choicesField, textField, type EditorForm } from '../editor-form.js';
import { linkField } from './link-field.js';

/** What to share, the words to start from, and where. */
export function socialSharingPart(form: EditorForm<ContentOf<'social_sharing'>>): TemplateResult {
  const { content, words } = form;
  return html`
    ${linkField(form, { name: 'shareLink', value: content.shareLink, isRequired: true }, (shareLink) => ({ shareLink }))}
    ${textField(
      form,
      {
        name: 'sampleMessage',
        label: words.t('field.sampleMessage'),
        hint: words.t('field.sampleMessage.hint'),
        value: content.sampleMessage,
        rows: 3,
        limit: MESSAGE_LIMIT,
        isRequired: true,
      },
      (sampleMessage) => ({ sampleMessage }),
    )}
    ${choicesField(
      form,
      {
        name: 'networks',
        label: words.t('field.networks'),
        hint: words.t('field.networks.hint'),
        chosen: content.networks,
        choices: NETWORKS.map((network) => ({ value: network, label: words.t(`network.${network}`) })),
      },
      (networks) => ({
        networks: NETWORKS.filter((network) => networks.includes(network)) satisfies Network[],
      }),
    )}
  `;
}
