import { describe, expect, it } from 'vitest';

import { remember } from '../../../server/src/identity/remember.js';

function build(answers: (key: string) => Promise<string | undefined>) {
  let time = 0;
  const asked: string[] = [];
  const memory = remember({
    lifetime: 10,
    now: () => new Date(time),
    load: (key) => {
      asked.push(key);
      return answers(key);
    },
  });
  return { memory, asked, pass: (ms: number) => void (time += ms) };
}

describe('remembering for a while', () => {
  it('asks once, also for those who ask at the same time, and again when the while is over', async () => {
    const { memory, asked, pass } = build((key) => Promise.resolve(`answer to ${key}`));
    expect(await Promise.all([memory.get('a'), memory.get('a')])).toEqual(['answer to a', 'answer to a']);
    pass(9);
    await memory.get('a');
    expect(asked).toEqual(['a']);
    pass(1);
    await memory.get('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('does not remember that there was nothing, nor that asking failed', async () => {
    const found: (() => Promise<string | undefined>)[] = [
      () => Promise.resolve(undefined),
      () => Promise.reject(new Error('away')),
      () => Promise.resolve('here'),
    ];
    const { memory } = build(() => found.shift()!());
    expect(await memory.get('a')).toBeUndefined();
    await expect(memory.get('a')).rejects.toThrow('away');
    expect(await memory.get('a')).toBe('here');
    expect(await memory.get('a')).toBe('here');
  });

  it('makes room by letting go of what it has known longest', async () => {
    const { memory, asked } = build((key) => Promise.resolve(key));
    for (let index = 0; index <= 1000; index += 1) await memory.get(String(index));
    await memory.get('1000');
    expect(asked).toHaveLength(1001);
    await memory.get('0');
    expect(asked).toHaveLength(1002);
  });
});
