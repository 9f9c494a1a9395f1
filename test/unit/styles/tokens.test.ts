import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string) =>
  readFileSync(new URL(`../../../src/styles/${file}`, import.meta.url), 'utf8')
    .replace(/\s+/g, ' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')');

/** `name: default` of every token, as elements use them. */
const used = [...read('tokens.styles.ts').matchAll(/--_[a-z-]+: var\(--gs-([a-z-]+), (.*?)\);/g)].map(
  ([, name = '', value = '']) => `${name}: ${value}`,
);
const listed = [...read('tokens.css').matchAll(/--gs-([a-z-]+): (.*?);/g)].map(
  ([, name = '', value = '']) => `${name}: ${value}`,
);

type Color = readonly [number, number, number];

const colors = new Map(
  listed.flatMap((token) => {
    const [, name = '', light = '', dark = ''] = /^([a-z-]+): light-dark\((#\w+), (#\w+)\)/.exec(token) ?? [];
    return name === '' ? [] : [[name, { light: parse(light), dark: parse(dark) }] as const];
  }),
);

function parse(hex: string): Color {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
function contrast(a: Color, b: Color): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]: Color) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['surface', 'surface-sunken', 'surface-raised'];
const pairs: [string, string, number][] = [
  ...surfaces.flatMap((surface): [string, string, number][] => [
    ['text', surface, 7],
    ['text-muted', surface, 4.5],
    ['accent', surface, 4.5],
    ['danger', surface, 4.5],
    ['success', surface, 4.5],
    ['warning', surface, 4.5],
    ['control-border', surface, 3],
    ['focus', surface, 3],
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['accent-strong', 'accent-soft', 4.5],
  ['text', 'accent-soft', 4.5],
  ['text', 'danger-soft', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['success', 'success-soft', 4.5],
  ['warning', 'warning-soft', 4.5],
];

describe('the tokens', () => {
  it('are listed for pages with the defaults that the elements use', () => {
    expect(used.length).toBeGreaterThan(20);
    expect(listed).toEqual(used);
  });

  it.each(pairs)('keep %s readable on %s, light and dark (at least %d : 1)', (front, back, least) => {
    for (const scheme of ['light', 'dark'] as const) {
      const [a, b] = [colors.get(front)?.[scheme], colors.get(back)?.[scheme]];
      expect(a === undefined || b === undefined ? 0 : contrast(a, b), scheme).toBeGreaterThanOrEqual(least);
    }
  });
});
