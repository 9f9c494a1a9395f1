import { id, type Id, type Language } from '@groundswell/elements/domain';

import { chooseLanguage } from './choose-language.js';

/** Carries the publishable key of a page. */
export const KEY_HEADER = 'groundswell-key';

/** Carries the random id of a device, so that what a guest does there belongs together. */
export const GUEST_HEADER = 'groundswell-guest';

/** The longest token that is looked at, in characters. */
const LONGEST = 4096;

/** What a request says about who sends it. Nothing of it is proven yet. */
export interface Credentials {
  /** Empty where there is an `Authorization` that is no bearer token: it proves nothing, and is not overlooked. */
  readonly token: string | undefined;
  readonly key: string | undefined;
  readonly guestId: Id | undefined;
  /** The page's origin; `null` in words where a page does not tell, absent where no page asks. */
  readonly origin: string | undefined;
  readonly language: Language | undefined;
}

export function readCredentials({ headers }: Pick<Request, 'headers'>): Credentials {
  const authorization = headers.get('authorization');
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization ?? '')?.[1] ?? '';
  return {
    token: authorization === null ? undefined : token.length > LONGEST ? '' : token,
    key: headers.get(KEY_HEADER) ?? undefined,
    // A device with a broken id is a guest all the same, only one that is not recognized.
    guestId: id.safeParse(headers.get(GUEST_HEADER)).data,
    origin: headers.get('origin') ?? undefined,
    language: chooseLanguage(headers.get('accept-language')),
  };
}
