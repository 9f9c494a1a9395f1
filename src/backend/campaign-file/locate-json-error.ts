/** A place in a text, both counted from 1, and what was expected there. */
export interface JsonError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** JSON forbids the first 32 control characters inside a text, and no others. */
const PLAIN_TEXT = /[^"\\\p{Cc}]+|[\u007f-\u009f]+/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const SPACE = /[ \t\n\r]*/y;

class Broken extends Error {
  constructor(
    readonly at: number,
    expected: string,
  ) {
    super(expected);
  }
}

/**
 * `JSON.parse` says what is wrong, but not always where. This finds the first character that cannot be part of a JSON
 * document. Undefined for a text that is one.
 */
export function locateJsonError(text: string): JsonError | undefined {
  try {
    scanDocument(new Scanner(text));
    return undefined;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    const before = text.slice(0, error.at).split('\n');
    const found = error.at < text.length ? `found ${JSON.stringify(text[error.at])}` : 'the file ends here';
    return {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      message: `expected ${error.message}, ${found}`,
    };
  }
}

/** A place in a text that moves on over what is as it should be. */
class Scanner {
  #at = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.#at >= this.text.length;
  }

  sees(character: string): boolean {
    return this.text[this.#at] === character;
  }

  /** Moves on over what the pattern matches; says whether that was anything. */
  take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text)?.[0] ?? '';
    this.#at += match.length;
    return match !== '';
  }

  accept(character: string): boolean {
    if (!this.sees(character)) return false;
    this.#at += 1;
    return true;
  }

  fail(expected: string): never {
    throw new Broken(this.#at, expected);
  }
}

function scanDocument(scanner: Scanner): void {
  scanValue(scanner);
  if (!scanner.isAtEnd) scanner.fail('the end of the file');
}

function scanValue(scanner: Scanner): void {
  scanner.take(SPACE);
  if (scanner.accept('{')) scanList(scanner, '}', scanMember);
  else if (scanner.accept('[')) scanList(scanner, ']', scanValue);
  else if (scanner.sees('"')) scanString(scanner, 'a value');
  else if (!scanner.take(LITERAL)) scanner.fail('a value');
  scanner.take(SPACE);
}

function scanList(scanner: Scanner, close: string, scanItem: (scanner: Scanner) => void): void {
  scanner.take(SPACE);
  if (scanner.accept(close)) return;
  do {
    scanner.take(SPACE);
    scanItem(scanner);
    scanner.take(SPACE);
  } while (scanner.accept(','));
  if (!scanner.accept(close)) scanner.fail(`a comma or "${close}"`);
}

function scanMember(scanner: Scanner): void {
  scanString(scanner, 'a field name in double quotes');
  scanner.take(SPACE);
  if (!scanner.accept(':')) scanner.fail('a colon');
  scanValue(scanner);
}

function scanString(scanner: Scanner, what: string): void {
  if (!scanner.accept('"')) scanner.fail(what);
  while (scanner.take(PLAIN_TEXT) || scanner.take(ESCAPE));
  if (!scanner.accept('"')) scanner.fail('the rest of the text and its closing quotation mark');
}
