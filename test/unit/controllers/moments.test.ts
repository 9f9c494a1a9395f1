import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { PoliteAnnouncer } from '../../../src/controllers/polite-announcer.js';
import { SettledValue } from '../../../src/controllers/settled-value.js';

/** An element that does nothing but update. */
function aHost() {
  const controllers: ReactiveController[] = [];
  const host = {
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: vi.fn(() => controllers.forEach((controller) => controller.hostUpdate?.())),
    updateComplete: Promise.resolve(true),
  } satisfies ReactiveControllerHost;
  return { host, leave: () => controllers.forEach((controller) => controller.hostDisconnected?.()) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('news that is announced politely', () => {
  it('is said at once when it was quiet, and then not again before the pause is over', () => {
    const { host } = aHost();
    const announcer = new PoliteAnnouncer(host, 10_000);
    announcer.say('one');
    announcer.say('two');
    expect(announcer.text).toBe('one');
    vi.advanceTimersByTime(9_999);
    expect(announcer.text).toBe('one');
  });

  it('is only the newest of what came meanwhile', () => {
    const { host } = aHost();
    const announcer = new PoliteAnnouncer(host, 10_000);
    for (const text of ['one', 'two', 'three']) announcer.say(text);
    vi.advanceTimersByTime(10_000);
    expect(announcer.text).toBe('three');
    announcer.say('four');
    expect(announcer.text).toBe('three');
  });

  it('leaves no timer behind when the element leaves the page', () => {
    const { host, leave } = aHost();
    new PoliteAnnouncer(host, 10_000).say('one');
    leave();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a value that waits until nothing changes', () => {
  const follow = () => {
    const typed: { text: string | undefined } = { text: undefined };
    const { host, leave } = aHost();
    const settled = new SettledValue(host, () => typed.text, 250);
    const type = (text: string | undefined) => {
      typed.text = text;
      host.requestUpdate();
    };
    return { settled, type, leave };
  };

  it('is the first text at once', () => {
    const { settled, type } = follow();
    type('a');
    expect(settled.value).toBe('a');
  });

  it('follows the last of several keys, once', () => {
    const { settled, type } = follow();
    type('a');
    for (const text of ['ab', 'abc', 'abcd']) {
      type(text);
      vi.advanceTimersByTime(249);
    }
    expect(settled.value).toBe('a');
    expect(settled.isWaiting).toBe(true);
    vi.advanceTimersByTime(1);
    expect(settled.value).toBe('abcd');
    expect(settled.isWaiting).toBe(false);
  });

  it('waits for nothing when somebody has gone back to what it was', () => {
    const { settled, type } = follow();
    type('a');
    type('ab');
    type('a');
    expect(settled.isWaiting).toBe(false);
    expect(settled.value).toBe('a');
  });

  it('is gone at once when there is nothing to follow any more', () => {
    const { settled, type } = follow();
    type('a');
    type(undefined);
    expect(settled.value).toBeUndefined();
  });

  it('leaves no timer behind when the element leaves the page', () => {
    const { type, leave } = follow();
    type('a');
    type('ab');
    leave();
    expect(vi.getTimerCount()).toBe(0);
  });
});
