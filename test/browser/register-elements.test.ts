import { expect } from '@open-wc/testing';
import { ActionCardElement, registerElements, VERSION } from '@groundswell/elements';

/** A registry of its own, as far as registering can tell. */
function aRegistry(taken: Record<string, CustomElementConstructor> = {}) {
  const tags = new Map(Object.entries(taken));
  return {
    tags,
    get: (tag: string) => tags.get(tag),
    define: (tag: string, element: CustomElementConstructor) => void tags.set(tag, element),
  };
}

/** What is said on the console while something runs. */
function warningsOf(run: () => void): string[] {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (...parts: unknown[]) => said.push(parts.join(' '));
  try {
    run();
  } finally {
    console.warn = warn;
  }
  return said;
}

const FEED = 'action-feed';

describe('registerElements', () => {
  it('is the only thing that registers: importing the package does nothing', () => {
    for (const tag of ['action-card', FEED, 'action-editor', 'action-manager'])
      expect(customElements.get(tag), tag).to.equal(undefined);
  });

  it('registers every element under its tag, in the registry that it is given', () => {
    const registry = aRegistry();
    const registered = registerElements({ registry });
    expect([...registered.keys()]).to.include.members([
      'action-provider',
      FEED,
      'action-manager',
      'publish-panel',
    ]);
    expect(registry.get('action-card')).to.equal(ActionCardElement);
    expect(customElements.get(FEED)).to.equal(undefined);
  });

  it('gives every element a second name for a prefix, and a class of its own to it', () => {
    const registry = aRegistry();
    const registered = registerElements({ registry, prefix: 'river' });
    const prefixed = registered.get('river-action-card');
    expect(Object.getPrototypeOf(prefixed)).to.equal(ActionCardElement);
    expect(registered.get('action-card')).to.equal(ActionCardElement);
  });

  it('changes nothing and says nothing when it is called again', () => {
    const registry = aRegistry();
    registerElements({ registry, prefix: 'river' });
    const before = new Map(registry.tags);
    expect(warningsOf(() => void registerElements({ registry, prefix: 'river' }))).to.deep.equal([]);
    expect([...registry.tags]).to.deep.equal([...before]);
  });

  it('keeps who was first, and warns once with both versions', () => {
    class OtherCard extends HTMLElement {}
    Object.defineProperty(OtherCard, Symbol.for('groundswell.version'), { value: '0.0.9' });
    const registry = aRegistry({ 'action-card': OtherCard });
    const warnings = warningsOf(() => {
      registerElements({ registry });
      registerElements({ registry });
    });
    expect(registry.get('action-card')).to.equal(OtherCard);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('0.0.9').and.to.include(VERSION);
  });

  it('refuses a prefix that no tag can begin with', () => {
    for (const prefix of ['', 'River', '9', 'a--b', 'a-', 'x y']) {
      expect(() => registerElements({ registry: aRegistry(), prefix }), prefix).to.throw(TypeError);
    }
  });
});
