import { describe, expect, it } from 'vitest';

import { isPushService } from '../../../server/src/delivery/is-push-service.js';

describe('an address to push to', () => {
  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
    ['https://web.push.apple.com/abc', true],
    ['https://db5p.notify.windows.com/w/?token=abc', true],
    ['http://fcm.googleapis.com/fcm/send/abc', false],
    ['https://fcm.googleapis.com:8443/fcm/send/abc', false],
    ['https://user:secret@fcm.googleapis.com/', false],
    ['https://fcm.googleapis.com.evil.example/', false],
    ['https://evilfcm.googleapis.com/', false],
    ['https://evil.example/?fcm.googleapis.com', false],
    ['https://fcm.googleapis.com@evil.example/', false],
    ['https://localhost/', false],
    ['https://127.0.0.1/', false],
    ['https://[::1]/', false],
    ['file:///etc/passwd', false],
    ['', false],
  ])('%s: %s', (endpoint, expected) => {
    expect(isPushService(endpoint)).toBe(expected);
  });
});
