import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { findBrokenWalls, type ImportEdge } from './find-broken-walls.js';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** Every import of every source file: from which file, to which file or package. */
function readImports(): ImportEdge[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(src, file), 'utf8');
    const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
      ([, target]) => target ?? '',
    );
    return targets.map((target) => ({
      from: file,
      to: target.startsWith('.') ? relative(src, join(src, dirname(file), target)) : target,
    }));
  });
}

describe('the walls between the layers', () => {
  it('hold: nothing imports what its layer may not know', () => {
    const edges = readImports();
    expect(edges.length).toBeGreaterThan(100);
    expect(findBrokenWalls(edges)).toEqual([]);
  });

  it.each<[string, ImportEdge]>([
    ['a rule that knows Lit', { from: 'domain/action/lifecycle.ts', to: 'lit' }],
    [
      'a rule with a schema library outside a schema file',
      { from: 'domain/action/lifecycle.ts', to: 'zod/mini' },
    ],
    ['a rule that calls a backend', { from: 'domain/action/lifecycle.ts', to: 'backend/ports.js' }],
    ['a contract that knows a store', { from: 'contract/actions.ts', to: 'backend/stores/memory.js' }],
    [
      'a client that knows the backend',
      { from: 'client/http-transport.ts', to: 'backend/create-backend.js' },
    ],
    ['a backend that knows HTTP', { from: 'backend/create-backend.ts', to: 'http/fetch-handler.js' }],
    [
      'an element that brings its own client',
      {
        from: 'elements/volunteer/action-card/action-card.element.ts',
        to: 'client/http-transport.js',
      },
    ],
    [
      'an element that reaches into another',
      {
        from: 'elements/volunteer/action-feed/action-feed.element.ts',
        to: 'elements/volunteer/action-card/action-card.element.js',
      },
    ],
    [
      'an element that loads the whole contract',
      {
        from: 'elements/volunteer/action-feed/action-feed.element.ts',
        to: 'contract/contract.js',
      },
    ],
    ['a package that nobody decided on', { from: 'elements/shared/notice.ts', to: 'lodash' }],
  ])('would name %s', (_, edge) => {
    expect(findBrokenWalls([edge])).toHaveLength(1);
  });
});
