import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { SETTING_LIST } from '../../../server/src/config/setting-list.js';
import { createProgram } from '../../../server/src/cli/create-program.js';

const readme = readFileSync(new URL('../../../server/README.md', import.meta.url), 'utf8');

/** The cells of every row of a table, without the padding that a formatter adds. */
const rowsIn = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe('the README of the server', () => {
  it('lists every setting as the code has it, and no other', () => {
    const [, table = ''] = /<!-- settings -->([^]*)<!-- \/settings -->/.exec(readme) ?? [];
    const [, , ...listed] = rowsIn(table);
    const wanted = Object.entries(SETTING_LIST).map(([name, { purpose, expected, without }]) => [
      ...[`\`${name}\``, purpose, expected, without],
    ]);
    expect(listed).toEqual(wanted);
  });

  it('lists every command', () => {
    const program = createProgram({
      environment: {},
      stdout: process.stdout,
      stderr: process.stderr,
      ended: AbortSignal.abort(),
      now: () => new Date(),
    });
    const listed = rowsIn(readme).map(([first = '']) => /^`([a-z-]+)/.exec(first)?.[1]);
    const missing = program.commands
      .map((command) => command.name())
      .filter((name) => !listed.includes(name));
    expect(program.commands.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });
});
