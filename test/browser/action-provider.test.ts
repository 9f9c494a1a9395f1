import { configure } from '@groundswell/elements';
import { ActionProviderElement } from '@groundswell/elements/elements/action-provider';
import '@groundswell/elements/elements/action-card';
import { aFeedAction } from '@groundswell/elements/mocks';
import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';

import { openWorld, part, rest, textOf, until } from './volunteer-world.js';

const TITLE = 'Sign for a safe crossing on Mill Street';

/** A provider under a name of its own, so that it can be defined at a moment of the test's choosing. */
let names = 0;
function laterProvider(): { readonly tag: string; readonly define: () => void } {
  names += 1;
  const tag = `later-provider-${names}`;
  return { tag, define: () => customElements.define(tag, class extends ActionProviderElement {}) };
}

const aCard = () => {
  const card = document.createElement('action-card');
  card.actionId = 'petition-crossing';
  return card;
};

describe('a client reaches an element', () => {
  let place: HTMLElement;

  beforeEach(async () => {
    place = await fixture(html`<div></div>`);
  });
  afterEach(() => configure({ client: undefined }));

  const steps = ['define', 'connect', 'provide'] as const;
  type Step = (typeof steps)[number];
  const orders = steps.flatMap((first) =>
    steps
      .filter((step) => step !== first)
      .map((second): Step[] => [first, second, ...steps.filter((step) => step !== first && step !== second)]),
  );

  for (const order of orders) {
    it(`whose provider does this in turn: ${order.join(', ')}`, async () => {
      const { tag, define } = laterProvider();
      const provider = document.createElement(tag) as ActionProviderElement;
      const { volunteer } = openWorld();
      const take: Record<Step, () => unknown> = {
        define,
        connect: () => {
          provider.append(aCard());
          place.append(provider);
        },
        provide: () => (provider.client = volunteer),
      };
      for (const step of order) {
        take[step]();
        await new Promise((settle) => requestAnimationFrame(settle));
      }
      // A property that was set before the class was there hides the one of the class.
      if (provider.client !== volunteer) provider.client = volunteer;
      const card = provider.querySelector('action-card')!;
      await until(() => textOf(card).includes(TITLE));
    });
  }

  it('of its own first, then its provider’s, then the configured one', async () => {
    const [own, provided, configured] = [openWorld().volunteer, openWorld().volunteer, openWorld().volunteer];
    configure({ client: configured });
    const provider: ActionProviderElement = await fixture(
      html`<action-provider .client=${provided}>${aCard()}</action-provider>`,
    );
    const card = provider.querySelector('action-card')!;
    await rest(card);
    card.client = own;
    await until(() => own.calls('feed.get').length === 1);
    expect(provided.calls('feed.get')).to.have.length(1);
    expect(configured.calls('feed.get')).to.have.length(0);
    place.append(aCard());
    await until(() => configured.calls('feed.get').length === 1);
  });

  it('that is configured after the element was there', async () => {
    const card = aCard();
    place.append(card);
    await rest(card);
    expect(textOf(card)).to.contain('not connected');
    configure({ client: openWorld().volunteer });
    await until(() => textOf(card).includes(TITLE));
  });

  it('and another one when the element moves to another provider', async () => {
    const [first, second] = [openWorld(), openWorld(() => false)];
    const both: HTMLElement = await fixture(
      html`<div>
        <action-provider .client=${first.volunteer}>${aCard()}</action-provider>
        <action-provider .client=${second.volunteer}></action-provider>
      </div>`,
    );
    const card = both.querySelector('action-card')!;
    await until(() => textOf(card).includes(TITLE));
    both.querySelectorAll('action-provider')[1]!.append(card);
    await until(() => textOf(card).includes('This is gone'));
    expect(second.volunteer.calls('feed.get')).to.have.length(1);
  });
});

describe('words', () => {
  it('follow the nearest language, live, through shadow roots', async () => {
    const outer: HTMLElement = await fixture(html`<div lang="es"></div>`);
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    const card = document.createElement('action-card');
    card.action = aFeedAction({ featured: true });
    inner.attachShadow({ mode: 'open' }).append(card);
    await card.updateComplete;
    expect(textOf(part(card, 'badges'))).to.equal('Destacada');
    outer.lang = 'en';
    await until(() => textOf(part(card, 'badges')) === 'Featured');
    inner.lang = 'es-MX';
    await until(() => textOf(part(card, 'badges')) === 'Destacada');
  });

  it('speak two languages on one page', async () => {
    const both: HTMLElement = await fixture(
      html`<div>
        <action-provider lang="es"><action-card .action=${aFeedAction()}></action-card></action-provider>
        <action-provider lang="en"><action-card .action=${aFeedAction()}></action-card></action-provider>
      </div>`,
    );
    const cards = [...both.querySelectorAll('action-card')];
    await Promise.all(cards.map(({ updateComplete }) => updateComplete));
    expect(cards.map((card) => textOf(part(card, 'start')))).to.deep.equal(['Empezar', 'Start']);
  });

  it('are replaced by an element’s own first, then by its provider’s, and the rest stays', async () => {
    const provider: HTMLElement = await fixture(
      html`<action-provider .strings=${{ 'card.featured': 'Wanted', 'startLabel.start': 'Go' }}>
        <action-card
          .action=${aFeedAction({ featured: true })}
          .strings=${{ 'startLabel.start': '<b>Now</b>' }}
        ></action-card>
      </action-provider>`,
    );
    const card = provider.querySelector('action-card')!;
    await rest(card);
    expect(textOf(part(card, 'badges'))).to.equal('Wanted');
    expect(textOf(part(card, 'start'))).to.equal('<b>Now</b>');
  });
});

describe('a look', () => {
  let warnings: string[];
  const { warn } = console;

  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
  });
  afterEach(() => {
    console.warn = warn;
  });

  const dressed = async (variables: Record<string, string>, theme?: 'light' | 'dark') => {
    const provider: ActionProviderElement = await fixture(
      html`<action-provider .appearance=${{ variables, ...(theme && { theme }) }}>
        <action-card .action=${aFeedAction()}></action-card>
      </action-provider>`,
    );
    const card = provider.querySelector('action-card') as LitElement;
    await rest(card);
    return { provider, card };
  };

  it('changes what is inside, live, and takes the old look away', async () => {
    const { provider, card } = await dressed({ accent: 'rgb(1, 2, 3)' });
    const colour = () => getComputedStyle(part(card, 'start')).backgroundColor;
    const before = colour();
    provider.appearance = { variables: { radius: '2px' } };
    await provider.updateComplete;
    await until(() => colour() !== before);
    expect(before).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(part(card, 'card')).borderRadius).to.equal('2px');
  });

  it('is dark or light whatever the page around it is', async () => {
    const [light, dark] = [await dressed({}, 'light'), await dressed({}, 'dark')];
    const [onLight, onDark] = [light, dark].map(
      ({ card }) => getComputedStyle(part(card, 'card')).backgroundColor,
    );
    expect(onLight).to.equal('rgb(255, 255, 255)');
    expect(onDark).to.not.equal(onLight);
  });

  it('brings a ground of its own with a theme of its own, so that text stays readable', async () => {
    const { provider } = await dressed({}, 'dark');
    expect(getComputedStyle(provider).backgroundColor).to.equal('rgb(22, 28, 28)');
  });

  for (const value of [
    'url(https://tracker.example/x)',
    'red; background: blue',
    'image-set("x")',
    '\\75rl(x)',
  ]) {
    it(`never takes a value that could load something or end the declaration: ${value}`, async () => {
      const { provider } = await dressed({ accent: value, radius: '1px' });
      expect(provider.style.getPropertyValue('--gs-accent')).to.equal('');
      expect(provider.style.getPropertyValue('--gs-radius')).to.equal('1px');
      expect(warnings).to.have.length(1);
    });
  }
});
