/** Runs one after another what has the same name, over all that share the lock. */
export type OutboxLock = <T>(name: string, run: () => Promise<T>) => Promise<T>;

/** A lock within one page. */
export function pageLock(): OutboxLock {
  const last = new Map<string, Promise<unknown>>();
  return (name, run) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(run, run);
    last.set(name, turn);
    return turn;
  };
}

/**
 * A lock between all tabs of an origin. Where a browser has none, one within the page: two tabs may then send the same
 * item, which its key makes harmless.
 */
export function originLock(): OutboxLock {
  const { navigator } = globalThis as { readonly navigator?: { readonly locks?: LockManager } };
  const within = pageLock();
  const locks = navigator?.locks;
  if (locks === undefined) return within;
  return (name, run) =>
    within(name, async () => {
      const turn = { hasBegun: false };
      const begin = () => {
        turn.hasBegun = true;
        return run();
      };
      try {
        return await locks.request(name, begin);
      } catch (error) {
        // A page without an origin of its own gets no lock, and shares nothing that needs one.
        if (turn.hasBegun) throw error;
        return run();
      }
    });
}
