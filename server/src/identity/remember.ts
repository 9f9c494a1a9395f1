export interface RememberOptions<T> {
  /** How long an answer is good, in milliseconds. */
  readonly lifetime: number;
  readonly now: () => Date;
  readonly load: (key: string) => Promise<T | undefined>;
}

export interface Memory<T> {
  get(key: string): Promise<T | undefined>;
}

/** How many answers are kept; the oldest make room. */
const ROOM = 1000;

/**
 * Remembers answers for a while. What was not found is asked for again, so that what was just made is there at once;
 * whoever asks while somebody else does gets the same answer.
 */
export function remember<T>({ lifetime, now, load }: RememberOptions<T>): Memory<T> {
  const kept = new Map<string, { readonly answer: Promise<T | undefined>; readonly until: number }>();
  const ask = (key: string): Promise<T | undefined> => {
    const answer = load(key);
    const entry = { answer, until: now().getTime() + lifetime };
    const drop = () => {
      if (kept.get(key) === entry) kept.delete(key);
    };
    kept.delete(key);
    kept.set(key, entry);
    answer.then((found) => found === undefined && drop(), drop);
    const [oldest] = kept.keys();
    if (kept.size > ROOM && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
  return {
    get: (key) => {
      const entry = kept.get(key);
      return entry !== undefined && now().getTime() < entry.until ? entry.answer : ask(key);
    },
  };
}
