/** How often each value is there. */
export function countBy(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * Everything that an organization has, by list: `groundswell export`, which reads rows and no sums. With PGlite the
 * servers must be stopped.
 *
 * @returns {Promise<Record<'actions' | 'events' | 'deliveries' | 'idempotency_keys', any[]>>}
 */
export async function readExport(world, orgId) {
  const lists = { actions: [], events: [], deliveries: [], idempotency_keys: [] };
  for (const line of (await world.run('export', orgId)).split('\n')) {
    if (line === '') continue;
    const [[name, entry]] = Object.entries(JSON.parse(line));
    (lists[name] ??= []).push(entry);
  }
  return lists;
}
