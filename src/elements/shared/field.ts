import { html, nothing, type TemplateResult } from 'lit';

interface FieldOptions {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The word beside the label, such as "optional". */
  readonly mark?: string | undefined;
}

/** The ids of hint and error, for the control's `aria-describedby`. */
export const describedBy = ({ id, hint, error }: Omit<FieldOptions, 'label'>): string | typeof nothing =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;

/** A control with its label, hint and error. The control needs the same id and `aria-describedby=${describedBy(…)}`. */
export const field = (options: FieldOptions, control: TemplateResult): TemplateResult => html`
  <div class="field" part="field">
    <label for=${options.id}>
      ${options.label} ${options.mark ? html`<span class="optional">(${options.mark})</span>` : nothing}
    </label>
    ${options.hint ? html`<p class="hint" id="${options.id}-hint">${options.hint}</p>` : nothing} ${control}
    <p class="error" id="${options.id}-error" aria-live="polite">${options.error ?? nothing}</p>
  </div>
`;
