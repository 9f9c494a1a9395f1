import type { TemplateResult } from 'lit';

import type { ContentOf } from '../../../../domain/action/action-schema.js';
import type { EditorForm } from '../editor-form.js';
import { linkField } from './link-field.js';

/** The page that people land on. */
export const openWebpagePart = (form: EditorForm<ContentOf<'open_webpage'>>): TemplateResult =>
  linkField(form, { name: 'webLink', value: form.content.webLink, isRequired: true }, (webLink) => ({
    webLink,
  }));
