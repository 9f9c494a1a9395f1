import { html, render } from 'lit';

import type { DemoPage, Theme } from './demo-page.js';
import type { DEMO_WORDS, DemoLanguage } from './demo-words.js';

type Words = (typeof DEMO_WORDS)[DemoLanguage];

const LANGUAGES: Readonly<Record<DemoLanguage, string>> = { en: 'English', es: 'Español' };
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** Draws the switches for person, language and theme into the bar at the top of the page. */
export function renderControls(page: DemoPage, words: Words): void {
  const bar = document.querySelector<HTMLElement>('[data-demo-controls]');
  if (bar === null) return;
  render(
    [
      personButton(page, words),
      languageSelect(page, words),
      themeSelect(page, words),
      outboxLink(page, words),
      startOver(page, words),
    ],
    bar,
  );
}

const personButton = (page: DemoPage, words: Words) => html`
  <button type="button" class="demo-person" aria-haspopup="dialog" @click=${() => page.askWho()}>
    <span class="demo-label">${words.person}</span>
    <span class="demo-value" dir="auto">${page.personName}</span>
  </button>
`;

const languageSelect = (page: DemoPage, words: Words) => html`
  <label>
    <span class="demo-label">${words.language}</span>
    <select @input=${(event: Event) => page.chooseLanguage(valueOf(event) === 'es' ? 'es' : 'en')}>
      ${(Object.keys(LANGUAGES) as DemoLanguage[]).map(
        (language) => html`
          <option value=${language} lang=${language} ?selected=${language === page.language}>
            ${LANGUAGES[language]}
          </option>
        `,
      )}
    </select>
  </label>
`;

const themeSelect = (page: DemoPage, words: Words) => html`
  <label>
    <span class="demo-label">${words.theme}</span>
    <select
      @input=${(event: Event) => page.chooseTheme(THEMES.find((theme) => theme === valueOf(event)) ?? 'auto')}
    >
      ${THEMES.map(
        (theme) =>
          html`<option value=${theme} ?selected=${theme === page.theme}>${words.themes[theme]}</option>`,
      )}
    </select>
  </label>
`;

/** Where the server shows what it would have sent. */
const outboxLink = ({ outboxUrl }: DemoPage, words: Words) =>
  outboxUrl === null
    ? null
    : html`<a class="demo-outbox" href=${outboxUrl} target="_blank">${words.outbox}</a>`;

const startOver = (page: DemoPage, words: Words) => html`
  <button type="button" class="demo-start-over" @click=${() => void page.startOver().catch(reportError)}>
    ${words.startOver}
  </button>
`;

const valueOf = (event: Event): string =>
  event.target instanceof HTMLSelectElement ? event.target.value : '';
