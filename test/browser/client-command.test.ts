import { ClientError, type Client, type ClientErrorCode } from '@groundswell/elements/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';

import { ClientCommand } from '../../src/controllers/client-command.js';
import { openWorld } from './volunteer-world.js';

/** An element that writes, and remembers with which keys. */
class WritingElement extends LitElement {
  client: Client | undefined = openWorld().volunteer;
  readonly keys: string[] = [];
  failure: ClientErrorCode | undefined;
  readonly write = new ClientCommand<string, void>(this, {
    run: (_client, _text, key) => {
      this.keys.push(key);
      return this.failure === undefined ? Promise.resolve() : Promise.reject(new ClientError(this.failure));
    },
  });
}

customElements.define('writing-element', WritingElement);

describe('a write that is tried again', () => {
  const cases: readonly (readonly [ClientErrorCode, 'the same' | 'a new', string])[] = [
    ['offline', 'the same', 'the answer may have been lost'],
    ['timed-out', 'the same', 'it may have landed'],
    ['unavailable', 'the same', 'it may have landed'],
    ['broken-contract', 'the same', 'an answer that nobody can read may have been a yes'],
    ['key-reused', 'a new', 'the old one belongs to something else'],
    ['invalid-input', 'a new', 'it was refused'],
  ];
  for (const [failure, which, why] of cases)
    it(`has ${which} key after “${failure}”, since ${why}`, async () => {
      const element: WritingElement = await fixture(html`<writing-element></writing-element>`);
      element.failure = failure;
      await element.write.execute('Hello');
      expect(element.write.error?.code).to.equal(failure);
      element.failure = undefined;
      await element.write.execute('Hello');
      expect(element.write.error).to.equal(undefined);
      expect(new Set(element.keys)).to.have.lengthOf(which === 'the same' ? 1 : 2);
    });

  it('has a new key once it was accepted, and for anything else that is written', async () => {
    const element: WritingElement = await fixture(html`<writing-element></writing-element>`);
    for (const text of ['Hello', 'Hello', 'Goodbye']) await element.write.execute(text);
    element.failure = 'offline';
    await element.write.execute('Hello');
    await element.write.execute('Goodbye');
    expect(new Set(element.keys)).to.have.lengthOf(5);
  });
});
