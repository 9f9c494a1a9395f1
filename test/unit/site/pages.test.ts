import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { SCENE_NAMES } from '@groundswell/elements/mocks';

const site = fileURLToPath(new URL('../../../site/', import.meta.url));
const read = (path: string): string => readFileSync(`${site}${path}`, 'utf8');
const pages = readdirSync(site).filter((file) => file.endsWith('.html'));
const drawings = readdirSync(`${site}public/images`);

describe.each(pages)('the page %s', (page) => {
  const html = read(page);

  it('has no inline script, style or handler, which a strict policy would refuse', () => {
    expect(html.match(/\son\w+\s*=/gi)).toBeNull();
    expect(html.match(/\sstyle\s*=|<style/gi)).toBeNull();
    expect(html.match(/<script(?![^>]*\ssrc=)/gi)).toBeNull();
    expect(html).not.toMatch(/javascript:/i);
  });

  it('refers only to files that are there', () => {
    const files = [...html.matchAll(/(?:src|href)="\.\/([^"?#]+)/g)].map(([, path = '']) => path);
    expect(files.length).toBeGreaterThan(5);
    const missing = files.filter(
      (path) => !existsSync(`${site}${path}`) && !existsSync(`${site}public/${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('says something inside our tags to those without script', () => {
    const tags = [...html.matchAll(/<(action-(?:feed|page|card|manager))\b[^>]*>([^]*?)<\/\1>/g)];
    expect(tags.length).toBeGreaterThan(0);
    for (const [, tag, content = ''] of tags) {
      expect([tag, content.replaceAll(/<[^>]*>/g, '').trim().length > 20]).toEqual([tag, true]);
    }
  });

  it('says everything in both languages', () => {
    const count = (language: string) =>
      html.match(new RegExp(`class="t" lang="${language}"`, 'g'))?.length ?? 0;
    expect(count('en')).toBeGreaterThan(3);
    expect(count('es')).toBe(count('en'));
  });
});

describe('the drawings', () => {
  it('include one for every picture of the invented campaign', () => {
    expect(SCENE_NAMES.filter((name) => !drawings.includes(`${name}.svg`))).toEqual([]);
  });

  it.each(drawings)('%s says what it shows, is small, and loads nothing', (file) => {
    const svg = read(`public/images/${file}`);
    expect(svg).toMatch(/<title>[^<]{5,}<\/title>/);
    expect(svg.length).toBeLessThan(20_000);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|<script|href|\son\w+=|style=|url\(/i,
    );
  });
});
