import { aFeedAction } from '@groundswell/elements/mocks';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';

import { WordsController } from '../../src/controllers/words-controller.js';
import { ActionOpener } from '../../src/elements/shared/action-opener.js';
import { commonWords } from '../../src/i18n/common-words.js';
import { openInPlaceWords } from '../../src/i18n/open-in-place-words.js';
import { part, parts, rest, textOf, until } from './volunteer-world.js';

/** What happens to the code of what opens, one attempt after the other. */
let attempts: (() => Promise<never>)[] = [];
const load = () => attempts.shift()?.() ?? import('../../src/elements/shared/open-in-place.js');

class OpeningElement extends LitElement {
  readonly words = new WordsController(this, commonWords, openInPlaceWords);
  readonly place = new ActionOpener(this, this.words, { load });

  protected override render() {
    return this.place.render();
  }
}
customElements.define('opening-element', OpeningElement);

describe('what opens in place', () => {
  it('says that its code did not arrive, tells the page so, and tries again', async () => {
    attempts = [() => Promise.reject(new TypeError('blocked'))];
    const element: OpeningElement = await fixture(html`<opening-element></opening-element>`);
    const errors: unknown[] = [];
    element.addEventListener('load-error', ({ detail }) => errors.push(detail));
    element.parentElement?.addEventListener('load-error', () => errors.push('it must not bubble'));
    void element.place.open(aFeedAction());
    await rest(element);
    expect(errors).to.deep.equal([{ tag: 'action-page', reason: 'TypeError: blocked' }]);
    expect(textOf(part(element, 'notice'))).to.contain('did not arrive');
    expect(element.shadowRoot?.querySelector('[role="alert"]')).to.not.equal(null);
    part(element, 'retry').click();
    await until(() => parts(element, 'dialog').length === 1);
    expect(parts(element, 'retry')).to.have.length(0);
    expect(element.shadowRoot?.querySelector('action-page')).to.not.equal(null);
  });

  it('stays open when its element moves to another place, and closes when it leaves the page', async () => {
    const element: OpeningElement = await fixture(html`<opening-element></opening-element>`);
    const { parentElement } = element;
    const dialog = () => part(element, 'dialog') as HTMLDialogElement;
    await element.place.open(aFeedAction());
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
