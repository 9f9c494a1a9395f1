import { aFeedAction } from '@groundswell/elements/mocks';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';

import { WordsController } from '../../src/controllers/words-controller.js';
import { OpenInPlace } from '../../src/elements/shared/open-in-place.js';
import { commonWords } from '../../src/i18n/common-words.js';
import { openInPlaceWords } from '../../src/i18n/open-in-place-words.js';
import { part, parts, rest, textOf, until } from './volunteer-world.js';

/** A chunk that does not arrive the first time. */
let arrivals: (() => Promise<unknown>)[] = [];
const page = { tag: 'late-page', load: () => arrivals.shift()?.() ?? Promise.reject(new TypeError('gone')) };

class OpeningElement extends LitElement {
  readonly words = new WordsController(this, commonWords, openInPlaceWords);
  readonly place = new OpenInPlace(this, this.words, { page });

  protected override render() {
    return this.place.render();
  }
}
customElements.define('opening-element', OpeningElement);

describe('what opens in place', () => {
  it('says that its code did not arrive, tells the page so, and tries again', async () => {
    const define = async () => {
      await Promise.resolve();
      customElements.define('late-page', class extends HTMLElement {});
    };
    arrivals = [() => Promise.reject(new TypeError('blocked')), define];
    const element: OpeningElement = await fixture(html`<opening-element></opening-element>`);
    const errors: unknown[] = [];
    element.addEventListener('load-error', ({ detail }) => errors.push(detail));
    element.parentElement?.addEventListener('load-error', () => errors.push('it must not bubble'));
    element.place.open(aFeedAction());
    await rest(element);
    expect(errors).to.deep.equal([{ tag: 'late-page', reason: 'TypeError: blocked' }]);
    expect(textOf(part(element, 'notice'))).to.contain('did not arrive');
    expect(element.shadowRoot?.querySelector('[role="alert"]')).to.not.equal(null);
    part(element, 'retry').click();
    await until(() => parts(element, 'notice').length === 0);
    expect(element.shadowRoot?.querySelector('action-page')).to.not.equal(null);
  });

  it('stays open when its element moves to another place, and closes when it leaves the page', async () => {
    const element: OpeningElement = await fixture(html`<opening-element></opening-element>`);
    const { parentElement } = element;
    const dialog = () => part(element, 'dialog') as HTMLDialogElement;
    element.place.open(aFeedAction());
    await rest(element);
    document.body.append(element);
    await rest(element);
    await new Promise((settle) => setTimeout(settle, 20));
    expect(dialog().matches(':modal')).to.equal(true);
    element.remove();
    await new Promise((settle) => setTimeout(settle, 20));
    parentElement?.append(element);
    await rest(element);
    expect(dialog().open).to.equal(false);
    expect(element.place.isOpen).to.equal(false);
  });
});
