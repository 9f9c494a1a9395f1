import type { Client } from '@groundswell/elements/contract';

import { openDemoBackend, type DemoBackend, type DemoCampaign } from './demo-backend.js';
import { renderControls } from './demo-controls.js';
import { readSetting, watchSetting, writeSetting } from './demo-settings.js';
import { DEMO_WORDS, type DemoLanguage } from './demo-words.js';
import { choosePeople, VISITOR, type Person, type PersonKey } from './people.js';
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
  readonly campaign: DemoCampaign;
  readonly people: readonly Person[];
  readonly #root = document.documentElement;
  readonly #provider = document.querySelector('action-provider');
  readonly #dialog: PersonDialog;
  readonly #listeners: ((person: Person) => void)[] = [];
  #person: Person;
  #client: Client;
  /** Whether the visitor has signed in with a code since. */
  #hasSignedIn = false;

  /** Opens what is behind the page, connects, and brings the bar at the top to life. */
  static async open(options: PageOptions): Promise<DemoPage> {
    return new DemoPage(await openDemoBackend(), options);
  }

  private constructor(
    private readonly backend: DemoBackend,
    private readonly options: PageOptions,
  ) {
    this.campaign = backend.campaign;
    this.people = choosePeople(this.campaign);
    const wanted = readSetting(options.remembers) ?? options.firstPerson;
    this.#person = this.#find(wanted) ?? VISITOR;
    this.#client = this.#connect();
    this.#dialog = new PersonDialog((key) => this.choosePerson(key));
    if (backend.mailsCodes) document.addEventListener('signed-in', () => this.#noteSignIn());
    else
      document.addEventListener('sign-in-request', (event) => {
        event.preventDefault();
        this.askWho();
      });
    watchSetting('started-at', () => location.reload());
    showCampaign(this.campaign);
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

  /** How the person is called; whoever has signed in with a code may not have a name. */
  get personName(): string {
    const words = DEMO_WORDS[this.language];
    return this.#hasSignedIn ? words.signedIn : this.#person.name || words.visitor;
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
    this.#hasSignedIn = false;
    writeSetting(this.options.remembers, key);
    if (person.language !== null) this.#setLanguage(person.language);
    this.#client = this.#connect();
    this.#show();
  }

  chooseLanguage(language: DemoLanguage): void {
    this.#setLanguage(language);
    // Whoever has signed in is known to this client alone.
    if (!this.#hasSignedIn) this.#client = this.#connect();
    this.#show();
  }

  chooseTheme(theme: Theme): void {
    this.#root.classList.remove('theme-light', 'theme-dark');
    if (theme !== 'auto') this.#root.classList.add(`theme-${theme}`);
    writeSetting('theme', theme);
    this.#show();
  }

  /** Where what would have been sent can be read, if anything is ever sent. */
  get outboxUrl(): string | null {
    return this.backend.outboxUrl;
  }

  /** Forgets everything that was done in the demonstration, for every tab. */
  async startOver(): Promise<void> {
    await this.backend.startOver();
    writeSetting('started-at', new Date().toISOString());
    location.reload();
  }

  #noteSignIn(): void {
    this.#hasSignedIn = true;
    this.#show();
  }

  /** Why one is asked who one is: in place of signing in, or beside it. */
  get whyAsked(): string {
    const { whyAsked, whyAskedBesideCodes } = DEMO_WORDS[this.language];
    return this.backend.mailsCodes ? whyAskedBesideCodes : whyAsked;
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
    const client = this.backend.clientFor(this.#person, this.language);
    if (this.#provider !== null) this.#provider.client = client;
    return client;
  }

  #show(): void {
    renderControls(this, DEMO_WORDS[this.language]);
    for (const listener of this.#listeners) listener(this.#person);
  }
}
