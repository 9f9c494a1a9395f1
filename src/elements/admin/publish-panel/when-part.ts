import { html, nothing, type TemplateResult } from 'lit';

import { toWallTime } from '../../../domain/schedule/wall-time.js';
import { describedBy, field } from '../../shared/field.js';
import type { Choices } from './choices.js';
import type { PublishForm } from './publish-form.js';
import type { PublishWords } from './publish-words.js';
import type { TimeErrors } from './time-errors.js';
import { clockTime, fullTime, typedTime, zoneName } from './time-text.js';

interface WhenOptions {
  readonly choices: Choices;
  readonly form: PublishForm;
  readonly words: PublishWords;
  readonly now: Date;
  readonly errors: TimeErrors;
}

/** Now, or at a time in a zone that is named. */
export function whenPart(options: WhenOptions): TemplateResult {
  const { choices, form, words } = options;
  const radio = (value: Choices['when']) =>
    html`<label class="option">
      <input
        type="radio"
        id="when-${value}"
        name="when"
        .value=${value}
        aria-describedby="when-${value}-hint"
        .checked=${choices.when === value}
        @change=${() => form.edit({ when: value })}
      />
      <span>
        <span class="option-name">${words.t(`publish.when.${value}`)}</span>
        <span class="hint" id="when-${value}-hint">${words.t(`publish.when.${value}Hint`)}</span>
      </span>
    </label>`;
  return html`<fieldset class="part">
    <legend>${words.t('publish.when')}</legend>
    <div class="pair">${radio('now')} ${radio('later')}</div>
    ${choices.when === 'later' ? timePart(options) : nothing}
  </fieldset>`;
}

function timePart(options: WhenOptions): TemplateResult {
  return html`
    <div class="time">${timeField('date', options)} ${timeField('time', options)} ${zoneField(options)}</div>
    <div class="readout" part="readout" aria-live="polite">${readout(options)}</div>
  `;
}

function timeField(
  name: 'date' | 'time',
  { choices, form, words, errors, now }: WhenOptions,
): TemplateResult {
  const about = { id: name, label: words.t(`publish.${name}`), error: errors[name] };
  const today = toWallTime(now.toISOString(), choices.zone).date;
  return field(
    about,
    html`<input
      id=${name}
      type=${name}
      required
      min=${name === 'date' ? today : nothing}
      aria-invalid=${about.error === undefined ? 'false' : 'true'}
      aria-describedby=${describedBy(about)}
      .value=${choices[name]}
      @input=${(event: InputEvent) => form.edit({ [name]: (event.currentTarget as HTMLInputElement).value })}
    />`,
  );
}

/** The zone to choose where there are two; otherwise its name, since a time without its zone is no time. */
function zoneField({ choices, form, words, now }: WhenOptions): TemplateResult {
  const { campaignZone, ownZone } = form;
  const name = (zone: string) => zoneName(words.language, zone, now);
  if (campaignZone === undefined || campaignZone === ownZone)
    return html`<p class="hint zone">${words.t('publish.timeIn', { zone: name(choices.zone) })}</p>`;
  const option = (zone: string, key: 'publish.zone.campaign' | 'publish.zone.own') =>
    html`<option value=${zone} ?selected=${zone === choices.zone}>
      ${words.t(key, { zone: name(zone) })}
    </option>`;
  return field(
    { id: 'zone', label: words.t('publish.zone') },
    html`<select
      id="zone"
      @input=${(event: Event) => form.edit({ zone: (event.currentTarget as HTMLSelectElement).value })}
    >
      ${option(campaignZone, 'publish.zone.campaign')} ${option(ownZone, 'publish.zone.own')}
    </select>`,
  );
}

/** The chosen time in words, and what becomes of one that clocks skip or show twice. */
function readout({ choices, form, words }: WhenOptions) {
  const { time } = form;
  const { zone } = choices;
  if (time.kind === 'invalid') return nothing;
  const typed = typedTime(words, choices.time);
  return html`
    ${
      time.kind === 'skipped'
        ? html`<p class="clock-note">
            ${words.t('publish.skipped', { typed, shown: clockTime(words, time.instant, zone) })}
          </p>`
        : nothing
    }
    ${
      time.kind === 'repeated'
        ? html`<p class="clock-note">
            ${words.t('publish.repeated', {
              typed,
              first: clockTime(words, time.instant, zone),
              second: clockTime(words, time.later, zone),
            })}
          </p>`
        : nothing
    }
    <p>${words.t('publish.readout', { time: fullTime(words, time.instant, zone) })}</p>
    ${
      form.ownZone === zone
        ? nothing
        : html`<p class="muted">
            ${words.t('publish.readoutOwn', { time: fullTime(words, time.instant, form.ownZone) })}
          </p>`
    }
  `;
}
