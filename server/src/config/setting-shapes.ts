import * as z from 'zod/mini';

const textThat = (isRight: (text: string) => boolean) => z.string().check(z.refine(isRight));

const hasProtocol = (text: string, ...protocols: string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

const isOneLine = (text: string): boolean => !/[\r\n]/.test(text);

/** An address that is reached by one of these protocols, such as `https:`. */
export const address = (...protocols: string[]) => textThat((text) => hasProtocol(text, ...protocols));

/** The start of an address, without path and query: `https://act.example.org`. */
export const origin = z.pipe(
  textThat((text) => hasProtocol(text, 'https:', 'http:') && /^\/?$/.test(afterOrigin(text))),
  z.transform((text: string) => new URL(text).origin),
);

const afterOrigin = (text: string): string => {
  const { pathname, search, hash, username } = new URL(text);
  return pathname + search + hash + username;
};

/** An http address with a place to fill, such as `{token}`. An app's own protocol is fine too. */
export const template = (place: string) =>
  textThat(
    (text) => text.includes(place) && URL.canParse(text) && !/^(?:javascript|data|vbscript):/i.test(text),
  );

export const wholeNumber = (least: number, most: number) =>
  z.pipe(
    textThat((text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most),
    z.transform(Number),
  );

/** Words of one line, of a length between these. */
export const line = (least: number, most = 1000) =>
  textThat((text) => text.length >= least && text.length <= most && isOneLine(text));

export const base64Url = (length: number) =>
  textThat((text) => text.length === length && /^[A-Za-z0-9_-]+$/.test(text));

/** An e-mail address, alone or with a name: `Riverbend <hello@example.org>`. */
export const mailbox = textThat(
  (text) => isOneLine(text) && /^(?:[^<>]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/.test(text),
);

/** A telephone number in the international form, a short number, a name of up to eleven characters, a messaging service. */
export const sender = textThat((text) =>
  /^(?:\+\d{7,15}|\d{3,8}|[A-Za-z0-9 ]{2,11}|MG[0-9a-fA-F]{32})$/.test(text),
);
