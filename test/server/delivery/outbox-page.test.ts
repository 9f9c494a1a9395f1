import { describe, expect, it } from 'vitest';

import { createDevelopmentOutbox } from '../../../server/src/delivery/development-outbox.js';
import { createOutboxPage } from '../../../server/src/delivery/outbox-page.js';
import { message } from '../../suites/server/message-world.js';

const parcel = (changes = {}) => ({ ...message(), orgId: 'one', ...changes });
const at = (url: string) => new Request(url);
const here = 'http://localhost:8080/dev/outbox';

describe('the outbox of a developer', () => {
  it('shows what was sent by every channel, codes too, the latest first', async () => {
    const outbox = createDevelopmentOutbox();
    await outbox.ports.email.send(parcel({ subject: 'Your code', text: 'Your code is 123456.' }));
    await outbox.ports.sms.send(parcel({ id: 'm-2', channel: 'sms', to: '+14155550100', subject: null }));
    await outbox.ports.push.send(parcel({ id: 'm-3', channel: 'push', to: 'rosa', subject: 'Today' }));
    const page = await (await createOutboxPage(outbox)(at(here), '127.0.0.1')).text();
    const headings = [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading);
    expect(headings).toEqual(['Today', 'Text message', 'Your code']);
    expect(page).toContain('Your code is 123456.');
    expect(page).toContain('+14155550100');
  });

  it('shows what strangers wrote as text, under a policy that allows no script', async () => {
    const outbox = createDevelopmentOutbox();
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>"&\'';
    await outbox.ports.email.send(parcel({ to: evil, subject: evil, text: evil }));
    const response = await createOutboxPage(outbox)(at(here), '::1');
    const page = await response.text();
    expect(page).not.toMatch(/<script|<img/);
    expect(page.match(/&lt;script&gt;alert\(1\)/g)).toHaveLength(3);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(page).not.toMatch(/<style|style=/);
  });

  it('brings its own look from its own address', async () => {
    const page = createOutboxPage(createDevelopmentOutbox());
    const response = await page(at(`${here}/styles.css`), '::ffff:127.0.0.1');
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(await (await page(at(here), '127.0.0.1')).text()).toContain('Nothing was sent yet.');
  });

  it.each([
    ['another machine', here, '192.168.1.20'],
    ['a request from nowhere', here, undefined],
    ["another's name for this machine", 'http://evil.example/dev/outbox', '127.0.0.1'],
    ['a name that only begins like ours', 'http://localhost.evil.example/dev/outbox', '127.0.0.1'],
    ['what is not there', `${here}/more`, '127.0.0.1'],
  ])('answers nothing to %s', async (_, url, address) => {
    const response = await createOutboxPage(createDevelopmentOutbox())(at(url), address);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it('forgets the oldest when there is too much', async () => {
    const outbox = createDevelopmentOutbox({ limit: 2 });
    for (const id of ['a', 'b', 'c']) await outbox.ports.email.send(parcel({ id }));
    expect(outbox.caught().map(({ id }) => id)).toEqual(['c', 'b']);
  });
});
