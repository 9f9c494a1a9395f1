/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The seed that somebody gave, or a new one. */
export const chooseSeed = (given) => Number(given ?? Math.floor(Math.random() * 1e9));

export const pickFrom = (list, random) => list[Math.floor(random() * list.length)];

/** The middle and the largest of some numbers, rounded. */
export function summarize(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return {
    median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    p99: Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0),
    max: Math.round(sorted.at(-1) ?? 0),
  };
}
