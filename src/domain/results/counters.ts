/**
 * Counts by their names, such as `started`, `day/2026-11-03/performs` or `shares/x`. A log is counted event by event,
 * in any order, by adding counts up; a store may keep the sums and never read the log again.
 */
export type Counters = ReadonlyMap<string, number>;

/** Counts in the form in which rules say them: names and by how much; once unless told. */
export type Count = readonly [name: string, amount: number];

export const once = (name: string): Count => [name, 1];

/** The counts whose condition holds, once each. */
export const onceWhere = (conditions: Readonly<Record<string, boolean>>): Count[] =>
  Object.entries(conditions).flatMap(([name, holds]) => (holds ? [once(name)] : []));

/** Adds counts to sums; what comes to nothing is left out. */
export function addCounts(sums: Map<string, number>, counts: Iterable<Count>, sign: 1 | -1 = 1): void {
  for (const [name, amount] of counts) {
    const sum = (sums.get(name) ?? 0) + sign * amount;
    if (sum === 0) sums.delete(name);
    else sums.set(name, sum);
  }
}

/** The sums whose names begin so, by the rest of the name. */
export function sumsBelow(counters: Counters, prefix: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [name, sum] of counters) if (name.startsWith(prefix)) found.set(name.slice(prefix.length), sum);
  return found;
}
