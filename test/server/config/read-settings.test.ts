import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

import { keepSecret } from '../../../server/src/config/keep-secret.js';
import { readSettings, SettingsError, type Environment } from '../../../server/src/config/read-settings.js';
import { SETTING_LIST, type SettingName } from '../../../server/src/config/setting-list.js';

const SECRET = 'marzipan-lighthouse-quill-otter-7261';
const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://groundswell@db.example.org/groundswell',
  GROUNDSWELL_DATA: '/var/lib/groundswell',
  GROUNDSWELL_SECRET: SECRET,
  GROUNDSWELL_PUBLIC_URL: 'https://act.example.org',
  GROUNDSWELL_SHARE_URL: 'https://example.org/act?share={token}',
  SMTP_URL: 'smtps://groundswell:hush-now@mail.example.org',
  MAIL_FROM: 'Riverbend Together <hello@example.org>',
} as const;

const read = (environment: Environment, purpose?: 'serving' | 'data') =>
  readSettings(environment, { ...(purpose && { purpose }), secretOf: () => SECRET });

function refusalOf(environment: Environment, purpose?: 'serving' | 'data'): SettingsError {
  try {
    read(environment, purpose);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

const namesIn = (error: SettingsError): string[] => error.problems.map(({ name }) => name).sort();

describe('settings of a developer', () => {
  it('need nothing: PostgreSQL in a folder, mail in the outbox, this machine only', () => {
    const settings = read({});
    expect(settings).toMatchObject({
      mode: 'development',
      database: { kind: 'pglite', folder: resolve('.groundswell/database') },
      secret: SECRET,
      http: { host: 'localhost', port: 8080, publicUrl: undefined, trustedProxies: 0 },
      media: { kind: 'folder', folder: resolve('.groundswell/media') },
      logLevel: 'info',
    });
    expect([settings.mail, settings.push, settings.sms]).toEqual([undefined, undefined, undefined]);
  });

  it('take an empty variable for one that is not set', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ' })).toEqual(read({}));
  });
});

describe('settings of production', () => {
  it('are read as they are given', () => {
    const settings = read({ ...PRODUCTION, TRUSTED_PROXIES: '2', PORT: '80' });
    expect(settings).toMatchObject({
      mode: 'production',
      database: { kind: 'postgres', url: PRODUCTION.DATABASE_URL, connections: 10 },
      http: { host: '0.0.0.0', port: 80, trustedProxies: 2 },
      links: { web: PRODUCTION.GROUNDSWELL_SHARE_URL },
      mail: { url: PRODUCTION.SMTP_URL, from: PRODUCTION.MAIL_FROM },
    });
    expect(settings.links.referral).toBeUndefined();
  });

  it('name everything that is missing at once', () => {
    expect(namesIn(refusalOf({ NODE_ENV: 'production' }))).toEqual([
      'DATABASE_URL',
      'GROUNDSWELL_PUBLIC_URL',
      'GROUNDSWELL_SECRET',
      'GROUNDSWELL_SHARE_URL',
      'SMTP_URL',
    ]);
  });

  it('need only secret and database for commands that serve nobody', () => {
    expect(namesIn(refusalOf({ NODE_ENV: 'production' }, 'data'))).toEqual([
      'DATABASE_URL',
      'GROUNDSWELL_SECRET',
    ]);
  });

  it('want a place for uploads that is not the folder somebody happens to be in', () => {
    expect(namesIn(refusalOf({ ...PRODUCTION, GROUNDSWELL_DATA: undefined }))).toEqual(['GROUNDSWELL_DATA']);
  });

  it('refuse an address over which tokens would travel in the open', () => {
    const refusal = refusalOf({ ...PRODUCTION, GROUNDSWELL_PUBLIC_URL: 'http://act.example.org' });
    expect(refusal.message).toContain('GROUNDSWELL_PUBLIC_URL must start with https:// in production');
  });
});

/** For each variable, values that are refused. */
const WRONG: Readonly<Partial<Record<SettingName, readonly string[]>>> = {
  NODE_ENV: ['staging'],
  DATABASE_URL: ['mysql://db/x', 'db.example.org'],
  DATABASE_CONNECTIONS: ['0', '1001', 'many', '1.5', '-1'],
  GROUNDSWELL_SECRET: ['hunter2hunter2'],
  GROUNDSWELL_PUBLIC_URL: ['act.example.org', 'https://act.example.org/v1', 'ftp://act.example.org'],
  GROUNDSWELL_SHARE_URL: ['https://example.org/act', 'javascript:alert({token})'],
  GROUNDSWELL_REFERRAL_URL: ['https://example.org/r/{token}'],
  GROUNDSWELL_APP_URL: ['riverbend'],
  HOST: ['x'.repeat(256)],
  PORT: ['65536', '80a', '-1', '0x50', '8080.5'],
  TRUSTED_PROXIES: ['11', 'all', '10.0.0.0/8'],
  METRICS_TOKEN: ['short'],
  LOG_LEVEL: ['verbose', 'INFO'],
  SMTP_URL: ['https://mail.example.org', 'mail.example.org:25'],
  MAIL_FROM: ['hello', 'hello@example.org\r\nBcc: everybody@example.org'],
  VAPID_PUBLIC_KEY: ['abc', '+'.repeat(87)],
  VAPID_PRIVATE_KEY: ['x'.repeat(42)],
  VAPID_SUBJECT: ['hello@example.org'],
  SMS_AUTH_TOKEN: ['short'],
  SMS_FROM: ['+1 (500) 555-0006 ext. 9'],
  SMS_API_URL: ['api.twilio.com'],
  S3_ENDPOINT: ['s3://bucket'],
};

describe('a wrong value', () => {
  it.each(
    (Object.keys(WRONG) as SettingName[]).flatMap((name) =>
      (WRONG[name] ?? []).map((value) => [name, value] as const),
    ),
  )('%s=%s is named with what is expected, and is not repeated', (name, value) => {
    const refusal = refusalOf({ [name]: value });
    const own = refusal.problems.find((problem) => problem.name === name);
    expect(own?.message).toBe(`must be ${SETTING_LIST[name].expected.replaceAll('`', '')}`);
  });

  it('is named together with all the others', () => {
    const wrong = Object.fromEntries(Object.entries(WRONG).map(([name, [value]]) => [name, value]));
    expect(namesIn(refusalOf(wrong))).toEqual(expect.arrayContaining(Object.keys(WRONG).sort()));
  });

  it('is noticed where a name is misspelled', () => {
    const refusal = refusalOf({ GROUNDSWELL_SECERT: SECRET });
    expect(refusal.message).toContain('GROUNDSWELL_SECERT is not a setting');
    expect(refusal.message).not.toContain(SECRET);
  });

  it.each([
    ['SMTP_URL', 'smtp://mail', ['MAIL_FROM']],
    ['SMS_ACCOUNT_ID', 'AC1', ['SMS_AUTH_TOKEN', 'SMS_FROM']],
    ['VAPID_SUBJECT', 'mailto:hello@example.org', ['VAPID_PRIVATE_KEY', 'VAPID_PUBLIC_KEY']],
    ['S3_ENDPOINT', 'https://s3.example.org', ['S3_ACCESS_KEY_ID', 'S3_BUCKET', 'S3_SECRET_ACCESS_KEY']],
  ])('%s alone asks for what belongs beside it', (name, value, others) => {
    const refusal = refusalOf({ [name]: value });
    expect(namesIn(refusal)).toEqual(others);
    expect(refusal.problems[0]?.message).toBe(`is needed beside ${name}`);
  });
});

describe('the generated secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-secret-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, is long, and can be read by its owner alone', () => {
    const secret = keepSecret(folder);
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(keepSecret(folder)).toBe(secret);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(secret);
  });
});
