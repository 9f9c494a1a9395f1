import { ActionEditorElement } from './elements/admin/action-editor/action-editor.element.js';
import { ActionManagerElement } from './elements/admin/action-manager/action-manager.element.js';
import { PublishPanelElement } from './elements/admin/publish-panel/publish-panel.element.js';
import { ResultsPanelElement } from './elements/admin/results-panel/results-panel.element.js';
import { ShareOptionsElement } from './elements/admin/share-options/share-options.element.js';
import { ActionProviderElement } from './elements/provider/action-provider/action-provider.element.js';
import { ActionCardElement } from './elements/volunteer/action-card/action-card.element.js';
import { ActionFeedElement } from './elements/volunteer/action-feed/action-feed.element.js';
import { ActionPageElement } from './elements/volunteer/action-page/action-page.element.js';
import { OpenWebpageElement } from './elements/volunteer/open-webpage/open-webpage.element.js';
import { SocialShareElement } from './elements/volunteer/social-share/social-share.element.js';
import { VolunteerSignInElement } from './elements/volunteer/volunteer-sign-in/volunteer-sign-in.element.js';
import { VERSION } from './version.js';

/** Every element by its tag. */
const ELEMENTS = {
  'action-provider': ActionProviderElement,
  'action-card': ActionCardElement,
  'action-page': ActionPageElement,
  'action-feed': ActionFeedElement,
  'open-webpage': OpenWebpageElement,
  'social-share': SocialShareElement,
  'volunteer-sign-in': VolunteerSignInElement,
  'action-editor': ActionEditorElement,
  'action-manager': ActionManagerElement,
  'publish-panel': PublishPanelElement,
  'results-panel': ResultsPanelElement,
  'share-options': ShareOptionsElement,
} as const;

export interface RegisterOptions {
  /** A second name for every element: with `river`, a page may also write `<river-action-feed>`. */
  readonly prefix?: string;
  /** Where to register; the registry of the page unless told otherwise. */
  readonly registry?: Pick<CustomElementRegistry, 'define' | 'get'>;
}

/** Where a class remembers which version it came with, readable by another copy of the package. */
const VERSION_KEY = Symbol.for('groundswell.version');

const warned = new Set<string>();

/**
 * Registers every element. A tag that another class has taken stays with that class, with one warning that names both
 * versions.
 *
 * A prefix names what a page itself writes. Elements inside other elements keep their plain names, which are registered
 * as well, so a page where such a name means something else needs a scoped registry of its own.
 *
 * @returns Each tag that is now an element of this package, with its class.
 */
export function registerElements(
  options: RegisterOptions = {},
): ReadonlyMap<string, CustomElementConstructor> {
  const { prefix, registry = customElements } = options;
  if (prefix !== undefined && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(prefix))
    throw new TypeError(`"${prefix}" is not a prefix: lower-case letters, digits and single hyphens.`);
  const registered = new Map<string, CustomElementConstructor>();
  for (const [tag, element] of Object.entries(ELEMENTS)) {
    defineOnce(registry, tag, element, registered);
    if (prefix !== undefined) defineOnce(registry, `${prefix}-${tag}`, subclassOf(element), registered);
  }
  return registered;
}

function defineOnce(
  registry: Pick<CustomElementRegistry, 'define' | 'get'>,
  tag: string,
  element: CustomElementConstructor,
  registered: Map<string, CustomElementConstructor>,
): void {
  const taken = registry.get(tag);
  if (taken === undefined) {
    Object.defineProperty(element, VERSION_KEY, { value: VERSION, configurable: true });
    registry.define(tag, element);
  } else if (!isSameElement(taken, element)) {
    warnOnce(tag, taken);
    return;
  }
  registered.set(tag, taken ?? element);
}

const plainElements: ReadonlySet<unknown> = new Set(Object.values(ELEMENTS));

/** The class itself, or the subclass of the same element that an earlier call has made for a prefix. */
function isSameElement(taken: CustomElementConstructor, element: CustomElementConstructor): boolean {
  const parent: unknown = Object.getPrototypeOf(taken);
  return taken === element || (plainElements.has(parent) && parent === Object.getPrototypeOf(element));
}

/** One class can have one name only, so a second name is a class of its own. */
const subclassOf = (element: CustomElementConstructor): CustomElementConstructor => class extends element {};

function warnOnce(tag: string, taken: CustomElementConstructor): void {
  if (warned.has(tag)) return;
  warned.add(tag);
  const version: unknown = Reflect.get(taken, VERSION_KEY);
  const other = typeof version === 'string' ? `version ${version} of this package` : 'another class';
  console.warn(`<${tag}> is already taken by ${other}, which is kept; this is version ${VERSION}.`);
}
