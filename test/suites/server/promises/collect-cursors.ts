import { contract, type Operation } from '../../../../src/contract/index.js';
import { fillInput } from './fill-input.js';
import type { PromiseWorld, WorldOrganization } from './promise-world.js';

interface Asker {
  ask(
    operation: Operation,
    asking: { readonly own: WorldOrganization; readonly who: 'staff' },
    input: object,
  ): Promise<{ readonly text: string }>;
}

/** Where each list of each organization goes on, as its organizers are told. */
export async function collectCursors(
  world: PromiseWorld,
  asker: Asker,
): Promise<ReadonlyMap<string, string>> {
  const cursors = new Map<string, string>();
  const isList = (operation: Operation) =>
    fillInput(operation).some(({ positions }) => positions.some(({ noun }) => noun === 'cursor'));
  for (const operation of Object.values<Operation>(contract).filter(isList))
    for (const own of world.organizations) {
      const { text } = await asker.ask(operation, { own, who: 'staff' }, { limit: 1 });
      const { nextCursor, cursor } = JSON.parse(text) as Partial<
        Record<'nextCursor' | 'cursor', string | null>
      >;
      // A list with one entry has no next page; then that of another list will do.
      const known = nextCursor ?? cursor ?? cursors.get(`actions.list ${own.id}`);
      if (known !== undefined) cursors.set(`${operation.name} ${own.id}`, known);
    }
  return cursors;
}
