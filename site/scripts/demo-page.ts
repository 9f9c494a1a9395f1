import type { Client } from '@groundswell/elements/contract';
import {
  createEmbeddedBackend,
  type CampaignData,
  type EmbeddedBackend,
} from '@groundswell/elements/embedded';

import { canKeepData } from './can-keep-data.js';
import { renderControls } from './demo-controls.js';
import { readSetting, watchSetting, writeSetting } from './demo-settings.js';
import { DEMO_WORDS, type DemoLanguage } from './demo-words.js';
import { loadCampaign, startOver } from './load-campaign.js';
import { choosePeople, toCaller, VISITOR, type Person, type PersonKey } from './people.js';
import { PersonDialog } from './person-dialog.js';
import { showCampaign } from './show-campaign.js';

export type Theme = 'auto' | 'light' | 'dark';

interface PageOptions {
  /** Under which name this page remembers who one is: organizing has its own, for a second tab beside a volunteer's. */
  readonly remembers: 'person' | 'organizing-person';
  readonly firstPerson: PersonKey;
}

/** One page of the demonstration: who looks at it, in which language and light, over which campaign. */
export class DemoPage {
  readonly people: readonly Person[];
  readonly #root = document.documentElement;
  readonly #provider = document.querySelector('action-provider');
  readonly #dialog: PersonDialog;
  readonly #listeners: ((person: Person) => void)[] = [];
  #person: Person;
  #client: Client;

  /** Fetches the campaign, connects, and brings the bar at the top to life. */
  static async open(options: PageOptions): Promise<DemoPage> {
    const campaign = await loadCampaign();
    return new DemoPage(campaign, await openBackend(campaign), options);
  }

  private constructor(
    readonly campaign: CampaignData,
    private readonly backend: EmbeddedBackend,
    private readonly options: PageOptions,
  ) {
    this.people = choosePeople(campaign);
    const wanted = readSetting(options.remembers) ?? options.firstPerson;
    this.#person = this.#find(wanted) ?? VISITOR;
    this.#client = this.#connect();
    this.#dialog = new PersonDialog((key) => this.choosePerson(key));
    document.addEventListener('sign-in-request', (event) => {
      event.preventDefault();
      this.askWho();
    });
    watchSetting('started-at', () => location.reload());
    showCampaign(campaign);
    this.#show();
  }

  get language(): DemoLanguage {
    return this.#root.lang === 'es' ? 'es' : 'en';
  }

  get theme(): Theme {
    if (this.#root.classList.contains('theme-light')) return 'light';
    return this.#root.classList.contains('theme-dark') ? 'dark' : 'auto';
  }

  get person(): Person {
    return this.#person;
  }

  /** What the page's elements and its own script talk to. */
  get client(): Client {
    return this.#client;
  }

  /** Calls back now and whenever somebody else looks at the page. */
  onPerson(listener: (person: Person) => void): void {
    this.#listeners.push(listener);
    listener(this.#person);
  }

  /** Opens the dialog in which one chooses who to be. */
  askWho(): void {
    this.#dialog.open(this);
  }

  choosePerson(key: PersonKey): void {
    const person = this.#find(key);
    if (person === undefined) return;
    this.#person = person;
    writeSetting(this.options.remembers, key);
    if (person.language !== null) this.#setLanguage(person.language);
    this.#client = this.#connect();
    this.#show();
  }

  chooseLanguage(language: DemoLanguage): void {
    this.#setLanguage(language);
    this.#client = this.#connect();
    this.#show();
  }

  chooseTheme(theme: Theme): void {
    this.#root.classList.remove('theme-light', 'theme-dark');
    if (theme !== 'auto') this.#root.classList.add(`theme-${theme}`);
    writeSetting('theme', theme);
    this.#show();
  }

  /** Forgets everything that was done in the demonstration. */
  startOver(): void {
    startOver();
    location.reload();
  }

  #find(key: string): Person | undefined {
    return this.people.find((person) => person.key === key);
  }

  #setLanguage(language: DemoLanguage): void {
    this.#root.lang = language;
    writeSetting('language', language);
  }

  /** A client knows one caller, so another person or language is another client; the page around it stays. */
  #connect(): Client {
    const client = this.backend.clientFor(toCaller(this.#person, this.language));
    if (this.#provider !== null) this.#provider.client = client;
    return client;
  }

  #show(): void {
    renderControls(this, DEMO_WORDS[this.language]);
    for (const listener of this.#listeners) listener(this.#person);
  }
}

/**
 * The backend of this page, on data that all tabs share; where the browser keeps no data, on its own until it is closed.
 * Links that it makes lead to the landing page beside this one.
 */
async function openBackend(campaign: CampaignData): Promise<EmbeddedBackend> {
  const landing = new URL('landing.html', document.baseURI).href;
  return createEmbeddedBackend({
    campaign,
    storage: (await canKeepData()) ? 'indexed-db' : 'memory',
    databaseName: 'groundswell-demo',
    links: { web: `${landing}?share={token}`, referral: `${landing}?r={code}` },
    report: reportError,
  });
}
