import { encodePart } from '../links/encode-part.js';
import { safeUrl } from '../links/safe-url.js';
import type { Network } from './network.js';
import { joinMessage } from './share-message.js';

/** What somebody shares. The link is empty where there is none; the title is for networks that have a headline. */
export interface ShareInput {
  readonly text: string;
  readonly link: string;
  readonly title?: string;
}

/** What can be handed to a network beforehand. What it does not take, people add by hand. */
export interface NetworkFacts {
  readonly text: boolean;
  /** `needed`: there is nothing to open without a link. */
  readonly link: 'needed' | 'taken';
  readonly image: boolean;
  /** Where the network is opened; absent for what is done on the page itself. Gets checked parts. */
  readonly address?: (input: Required<ShareInput>) => string;
}

const done = { text: true, link: 'taken', image: false } as const;

/**
 * Networks as they were in November 2026. None of the addresses takes an image, and none posts anything: a person
 * always presses the last button there.
 */
export const NETWORK_FACTS: Readonly<Record<Network, NetworkFacts>> = {
  // developer.x.com, "Web Intent" (gives twitter.com, which leads here).
  x: {
    ...done,
    address: (input) => withQuery('https://x.com/intent/tweet', { text: input.text, url: besides(input) }),
  },
  // The dialog of developers.facebook.com needs an app id; this address does not and takes nothing but a link.
  facebook: {
    text: false,
    link: 'needed',
    image: false,
    address: ({ link }) => withQuery('https://www.facebook.com/sharer/sharer.php', { u: link }),
  },
  // faq.whatsapp.com, "How to use click to chat".
  whatsapp: { ...done, address: (input) => withQuery('https://wa.me/', { text: joined(input) }) },
  // core.telegram.org/widgets/share, "Custom buttons".
  telegram: {
    ...done,
    link: 'needed',
    address: ({ text, link }) => withQuery('https://t.me/share/url', { url: link, text }),
  },
  // docs.bsky.app, "Action Intent Links".
  bluesky: {
    ...done,
    address: (input) => withQuery('https://bsky.app/intent/compose', { text: joined(input) }),
  },
  // developers.facebook.com/docs/threads/threads-web-intents.
  threads: {
    ...done,
    address: (input) =>
      withQuery('https://www.threads.net/intent/post', { text: input.text, url: besides(input) }),
  },
  // What the share plugin of learn.microsoft.com/linkedin opens. It takes nothing but a link.
  linkedin: {
    text: false,
    link: 'needed',
    image: false,
    address: ({ link }) => withQuery('https://www.linkedin.com/sharing/share-offsite/', { url: link }),
  },
  // Not documented, in use for many years. The headline is one line.
  reddit: {
    ...done,
    link: 'needed',
    address: ({ text, link, title }) =>
      withQuery('https://www.reddit.com/submit', { url: link, title: oneLine(title) || oneLine(text) }),
  },
  // RFC 6068: lines end in CR LF.
  email: {
    ...done,
    address: (input) =>
      withQuery('mailto:', { subject: oneLine(input.title), body: joined(input).replaceAll('\n', '\r\n') }),
  },
  // RFC 5724, and an empty parameter first, since some versions of iOS read the body only after an ampersand.
  sms: { ...done, address: (input) => `sms:?&body=${encodePart(joined(input))}` },
  native: { ...done, image: true },
  copy: done,
  qr: { text: false, link: 'needed', image: false },
};

/**
 * The address that opens a network with text and link filled in: https, or a hand-off to the device's mail or message
 * app. `undefined` for `native`, `copy` and `qr`, which need the page; where the link is unsafe; and where the network
 * needs a link and there is none.
 */
export function shareTarget(network: Network, { text, link, title = '' }: ShareInput): string | undefined {
  const facts = NETWORK_FACTS[network];
  const safe = link === '' ? '' : safeUrl(link);
  if (safe === undefined || (safe === '' && facts.link === 'needed')) return undefined;
  return facts.address?.({ text: withPlainLines(text), link: safe, title });
}

const joined = ({ text, link }: ShareInput): string => joinMessage(text, link);

/** The link, unless the text already has it: networks that attach it would show it twice. */
const besides = ({ text, link }: ShareInput): string => (joinMessage(text, link) === text ? '' : link);

const withPlainLines = (text: string): string => text.replace(/\r\n?/g, '\n');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Adds what is not empty, every part encoded. */
function withQuery(address: string, parts: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(parts).filter(([, value]) => value !== '');
  const query = pairs.map(([name, value]) => `${name}=${encodePart(value)}`).join('&');
  return query === '' ? address : `${address}?${query}`;
}
