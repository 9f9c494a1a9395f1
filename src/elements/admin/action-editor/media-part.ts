import { html, nothing, svg, type TemplateResult } from 'lit';

import type { Media } from '../../../domain/media/media-schema.js';
import { isImageSource } from '../../../domain/media/image-source.js';
import { failureText } from '../../shared/failure-text.js';
import { textField, valueOf, type EditorForm } from './editor-form.js';
import type { PictureInput, PictureState } from './picture-input.js';

/** The picture of an action: choose, see, describe, and say what cropping must keep. */
export function mediaPart(form: EditorForm, input: PictureInput): TemplateResult {
  const { words, isReadOnly } = form;
  const { media } = form.content;
  const choose = words.t(media === null ? 'field.media.choose' : 'field.media.replace');
  return html`
    ${media === null ? nothing : pictureWithFocus(form, media)}
    <div class="field">
      <div class="row">
        <label class="button small ${isReadOnly ? 'disabled' : ''}">
          ${choose}
          <input
            type="file"
            class="visually-hidden"
            id="media"
            accept="image/png,image/jpeg,image/webp,image/gif,image/avif,image/svg+xml"
            aria-describedby="media-hint media-error"
            ?disabled=${isReadOnly}
            @change=${(event: Event) => void input.take(event.target as HTMLInputElement)}
          />
        </label>
        ${
          media === null || isReadOnly
            ? nothing
            : html`<button
                type="button"
                class="button small quiet"
                @click=${() => form.edit({ media: null })}
              >
                ${words.t('field.media.remove')}
              </button>`
        }
      </div>
      <p class="hint" id="media-hint">${words.t('field.media.hint')}</p>
      <p class="error" id="media-error" role="alert">${whatIsWrong(form, input.state) ?? nothing}</p>
      <p class="hint" role="status">${whatHappens(form, input.state)}</p>
      ${waysOn(form, input)}
    </div>
  `;
}

/** What keeps the picture out of the action, or else what is wrong with the one that is in it. */
function whatIsWrong(form: EditorForm, state: PictureState): string | undefined {
  const { words } = form;
  if (state.step === 'refused') return words.t(`field.media.${state.reason}`);
  if (state.step === 'failed')
    return words.t('field.media.failed', { reason: failureText(words, state.error) });
  return form.errorOf('media');
}

/** Said once for each step, and not again while the bar moves. */
function whatHappens({ words }: EditorForm, { step }: PictureState): TemplateResult | string {
  if (step === 'reading') return words.t('field.media.reading');
  if (step === 'sent') return words.t('field.media.sent');
  return step === 'sending'
    ? html`<label for="media-progress">${words.t('field.media.sending')}</label>`
    : '';
}

/** How far the picture is, and what a person can do about it. */
function waysOn({ words }: EditorForm, input: PictureInput): TemplateResult | typeof nothing {
  const { state } = input;
  if (state.step === 'sending')
    return html`<div class="upload">
      <progress id="media-progress" max="1" .value=${state.share}></progress>
      <button type="button" class="button small quiet" id="media-cancel" @click=${() => input.cancel()}>
        ${words.t('form.cancel')}
      </button>
    </div>`;
  if (state.step !== 'failed') return nothing;
  return html`<div class="row">
    <button type="button" class="button small" id="media-retry" @click=${() => void input.retry()}>
      ${words.t('field.media.retry')}
    </button>
    <button type="button" class="button small quiet" id="media-cancel" @click=${() => input.cancel()}>
      ${words.t('form.cancel')}
    </button>
  </div>`;
}

function pictureWithFocus(form: EditorForm, media: Media): TemplateResult {
  const { words } = form;
  const { x, y } = media.focalPoint;
  const change = (part: Partial<Media>) => form.edit({ media: { ...media, ...part } });
  const focusOn = (event: PointerEvent) => {
    if (form.isReadOnly) return;
    const frame = (event.currentTarget as HTMLElement).getBoundingClientRect();
    change({
      focalPoint: {
        x: round((event.clientX - frame.left) / frame.width),
        y: round((event.clientY - frame.top) / frame.height),
      },
    });
  };
  return html`<div class="picture">
      ${
        isImageSource(media.url)
          ? html`<div class="frame" @pointerdown=${focusOn}>
              <img src=${media.url} alt="" />
              <svg class="focus" aria-hidden="true">
                ${svg`<circle class="halo" cx="${x * 100}%" cy="${y * 100}%" r="11"/><circle cx="${x * 100}%" cy="${y * 100}%" r="8"/>`}
              </svg>
            </div>`
          : nothing
      }
      <fieldset class="field">
        <legend>${words.t('field.focus')}</legend>
        <p class="hint" id="focus-hint">${words.t('field.focus.hint')}</p>
        ${slider(form, 'focusX', x, (value) => change({ focalPoint: { x: value, y } }))}
        ${slider(form, 'focusY', y, (value) => change({ focalPoint: { x, y: value } }))}
      </fieldset>
    </div>
    ${textField(
      form,
      {
        name: 'alt',
        label: words.t('field.alt'),
        hint: words.t('field.alt.hint'),
        value: media.alt,
        type: 'text',
        limit: 1000,
      },
      (alt) => ({ media: { ...media, alt } }),
    )}`;
}

const slider = (
  { words, isReadOnly }: EditorForm,
  name: 'focusX' | 'focusY',
  value: number,
  onMove: (value: number) => void,
): TemplateResult => html`
  <label class="slider">
    <span>${words.t(`field.${name}`)}</span>
    <input
      type="range"
      min="0"
      max="100"
      step="1"
      ?disabled=${isReadOnly}
      .value=${String(Math.round(value * 100))}
      @input=${(event: Event) => onMove(Number(valueOf(event)) / 100)}
    />
  </label>
`;

const round = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
