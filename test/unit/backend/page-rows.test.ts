import fc from 'fast-check';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';

import { foldText, matchesSearch, sortText } from '../../../src/backend/stores/fold-text.js';
import { pageRows, type Order } from '../../../src/backend/stores/page-rows.js';
import { cursor as cursorSchema } from '../../../src/contract/page-schema.js';

interface Row {
  readonly name: string;
  readonly id: string;
}

const order: Order<Row, Row> = {
  name: 'rows',
  position: z.object({ name: z.string(), id: z.string() }),
  positionOf: ({ name, id }) => ({ name: sortText(name), id }),
  compare: (a, b) =>
    a.name === b.name ? (a.id < b.id ? -1 : Number(a.id > b.id)) : a.name < b.name ? -1 : 1,
};

const rows = fc
  .uniqueArray(fc.record({ name: fc.string({ unit: 'binary', maxLength: 100 }), id: fc.uuid() }), {
    selector: ({ id }) => id,
    maxLength: 30,
  })
  .map((all): Row[] => all);

describe('pages', () => {
  it('hold every row once and in order, however long a page is and whatever the names are', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 10 }), (all, limit) => {
        const found: Row[] = [];
        let cursor: string | undefined;
        do {
          const page = pageRows(all, order, { cursor, limit });
          found.push(...page.items);
          expect(page.total).toBe(all.length);
          if (page.nextCursor !== null) expect(cursorSchema.safeParse(page.nextCursor).success).toBe(true);
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        const places = all.map((row) => order.positionOf(row)).sort((a, b) => order.compare(a, b));
        expect(found.map(({ id }) => id)).toEqual(places.map(({ id }) => id));
      }),
    );
  });

  it('refuse the cursor of another list', () => {
    const all = ['a', 'b', 'c'].map((name) => ({ name, id: name }));
    const { nextCursor } = pageRows(all, order, { limit: 1 });
    const other = { ...order, name: 'others' };
    expect(() => pageRows(all, other, { limit: 1, cursor: nextCursor ?? '' })).toThrow('invalid-input');
  });

  it('take every text for a cursor that somebody made up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cursor) => {
        expect(() => pageRows([], order, { limit: 1, cursor })).toThrow('invalid-input');
      }),
    );
  });
});

describe('text in searches and sorting', () => {
  it.each([
    ['Ñandú', 'nandu'],
    ['ÉCOLE', 'ecole'],
    ['straße', 'straße'],
    ['שלום', 'שלום'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('finds words with accents by words without', () => {
    expect(matchesSearch(' accion ', ['Una ACCIÓN', null])).toBe(true);
    expect(matchesSearch('otra', ['Una acción', null])).toBe(false);
    expect(matchesSearch('  ', [])).toBe(true);
  });
});
