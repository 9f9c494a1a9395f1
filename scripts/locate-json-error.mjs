// JSON.parse says what is wrong, but not always where. This finds the place: the line and column, both from 1, of the
// first character that cannot be part of a JSON document. Gives undefined for a text that parses.

const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
/* eslint-disable no-control-regex -- JSON forbids exactly these inside a text */
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const brokenString = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*/y;
/* eslint-enable no-control-regex */
const space = /[ \t\n\r]*/y;

class Broken extends Error {
  constructor(at, message) {
    super(message);
    this.at = at;
  }
}

function createScanner(text) {
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match !== null;
  };
  const skipSpace = () => take(space);
  const found = () => (at < text.length ? `found ${JSON.stringify(text[at])}` : 'the file ends here');
  const fail = (expected) => {
    throw new Broken(at, `expected ${expected}, ${found()}`);
  };
  const accept = (character) => {
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const scanString = (what) => {
    if (take(string)) return;
    if (text[at] !== '"') fail(what);
    take(brokenString);
    fail('the rest of the text and its closing quotation mark');
  };
  const scanMember = () => {
    scanString('a field name in double quotes');
    skipSpace();
    if (!accept(':')) fail('a colon');
    scanValue();
  };
  const scanList = (close, scanItem) => {
    skipSpace();
    if (accept(close)) return;
    do {
      skipSpace();
      scanItem();
      skipSpace();
    } while (accept(','));
    if (!accept(close)) fail(`a comma or "${close}"`);
  };
  function scanValue() {
    skipSpace();
    if (accept('{')) scanList('}', scanMember);
    else if (accept('[')) scanList(']', scanValue);
    else if (text[at] === '"') scanString('a value');
    else if (!take(literal)) fail('a value');
    skipSpace();
  }
  return () => {
    scanValue();
    if (at < text.length) fail('the end of the file');
  };
}

export function locateJsonError(text) {
  try {
    createScanner(text)();
    return undefined;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    const before = text.slice(0, error.at).split('\n');
    return { line: before.length, column: before.at(-1).length + 1, message: error.message };
  }
}
