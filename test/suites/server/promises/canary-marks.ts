/** Personal things, each of which is sent with a mark of its own that is nowhere else in the world. */
export const MARKED = [
  ...['email', 'otherEmail', 'code', 'token', 'firstName', 'lastName', 'partnerEmail', 'partnerSubject'],
  ...['answer', 'contactId', 'guestId', 'search', 'pathPart', 'query', 'unknownMember', 'wrongMember'],
  ...[
    'tooLong',
    'brokenJson',
    'fileName',
    'smsSender',
    'smsText',
    'userAgent',
    'referer',
    'address',
    'cookie',
  ],
  ...['unknownHeader', 'requestId', 'origin', 'language', 'idempotencyKey', 'crash'],
] as const;

export type MarkName = (typeof MARKED)[number];

/** What is sent for each, and where it turns up in something. */
export class Marks {
  readonly #values = new Map<MarkName, string>();
  readonly #patterns = new Map<MarkName, RegExp>();

  /** @param salt - Five digits that make these marks different from those of any other run. */
  constructor(salt: string) {
    for (const [index, name] of MARKED.entries()) {
      const number = `${salt}${String(index).padStart(2, '0')}`;
      this.set(name, DIGITS[name]?.(number) ?? `zq${number}${name.toLowerCase()}`);
    }
  }

  of(name: MarkName): string {
    return this.#values.get(name) ?? '';
  }

  /** Gives a mark a value that only becomes known on the way, such as a token. */
  set(name: MarkName, value: string): void {
    this.#values.set(name, value);
    const plain = value.replaceAll(/[^A-Za-z0-9]/g, String.raw`\$&`);
    const whole = /^[\d.+]+$/.test(value) ? String.raw`(?<![\d.])${plain}(?![\d.])` : plain;
    this.#patterns.set(name, new RegExp([whole, ...inBase64(value)].join('|'), 'i'));
  }

  findIn(text: string): MarkName[] {
    return MARKED.filter((name) => this.#patterns.get(name)?.test(text) === true);
  }
}

/** Marks that have to be numbers. */
const DIGITS: Readonly<Partial<Record<MarkName, (number: string) => string>>> = {
  code: (number) => number.slice(0, 6),
  smsSender: (number) => `+1415${number}`,
  address: (number) => `198.51.${Number(number.slice(0, 2)) + 100}.${Number(number.slice(2, 4)) + 100}`,
};

/** The middle of a text in base64, which depends on what stands before it by one of three. */
function inBase64(value: string): string[] {
  if (value.length < 12) return [];
  return [0, 1, 2].map((before) => {
    const text = Buffer.from(`${'-'.repeat(before)}${value}`).toString('base64url');
    return text.slice(before === 0 ? 0 : 4, -4).replaceAll(/[^A-Za-z0-9]/g, String.raw`\$&`);
  });
}
