const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const PLAIN = /[^\s,\]}]+/y;

/**
 * Where each value of a JSON document begins, by its path as JSON: `["actions",0,"id"]`. Offsets count UTF-16 units.
 *
 * @param text - A document that `JSON.parse` accepts; anything else gives offsets of no use.
 */
export function indexJson(text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [match = ''] = pattern.exec(text) ?? [];
    at += match.length;
    return match;
  };
  const accept = (character: string): boolean => {
    take(SPACE);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const list = (close: string, item: (index: number) => void): void => {
    if (accept(close)) return;
    let index = 0;
    do item(index++);
    while (accept(','));
    accept(close);
  };
  const value = (path: readonly (string | number)[]): void => {
    take(SPACE);
    offsets.set(JSON.stringify(path), at);
    if (accept('[')) list(']', (index) => value([...path, index]));
    else if (accept('{')) list('}', () => value([...path, key()]));
    else if (text[at] === '"') take(STRING);
    else take(PLAIN);
  };
  const key = (): string => {
    take(SPACE);
    const name = JSON.parse(take(STRING)) as string;
    accept(':');
    return name;
  };
  value([]);
  return offsets;
}
