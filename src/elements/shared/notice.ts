import { html, nothing, type TemplateResult } from 'lit';

interface NoticeOptions {
  readonly tone?: 'neutral' | 'success' | 'warning' | 'danger';
  readonly title?: string;
  readonly text?: string | undefined;
  /** Where a failure is said at once; leave it out for what was there from the start. */
  readonly isAlert?: boolean;
}

/** What happened, in words, and what to do about it. */
export const notice = (options: NoticeOptions, action?: TemplateResult): TemplateResult => html`
  <div class="notice ${options.tone ?? 'neutral'}" part="notice" role=${options.isAlert ? 'alert' : nothing}>
    <div>
      ${options.title ? html`<p class="title">${options.title}</p>` : nothing}
      ${options.text ? html`<p>${options.text}</p>` : nothing}
    </div>
    ${action ?? nothing}
  </div>
`;
