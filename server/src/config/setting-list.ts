import * as z from 'zod/mini';

import {
  address,
  base64Url,
  line,
  mailbox,
  origin,
  sender,
  template,
  wholeNumber,
} from './setting-shapes.js';
import { LOG_LEVELS } from './settings.js';

/** One variable of the environment: what it is for, what it must be, and what happens without it. */
interface Setting {
  readonly shape: z.ZodMiniType<unknown, string>;
  readonly purpose: string;
  /** The end of a sentence that begins with "must be". */
  readonly expected: string;
  readonly without: string;
}

const NEEDED = 'needed in production';

/**
 * Every variable that the server reads. The table in the README is made of this; a test compares them. A variable that is
 * empty counts as not set.
 */
export const SETTING_LIST = {
  NODE_ENV: {
    shape: z.enum(['development', 'production', 'test']),
    purpose: 'How strict to be',
    expected: '`development` or `production`',
    without: '`development`',
  },
  DATABASE_URL: {
    shape: address('postgres:', 'postgresql:'),
    purpose: 'The PostgreSQL server (15 or later)',
    expected: 'an address that starts with `postgres://`',
    without: 'PGlite, in `GROUNDSWELL_DATA`',
  },
  DATABASE_CONNECTIONS: {
    shape: wholeNumber(1, 1000),
    purpose: 'How many connections one process holds',
    expected: 'a whole number from 1 to 1000',
    without: '10',
  },
  GROUNDSWELL_DATA: {
    shape: line(1),
    purpose: 'The folder of PGlite, of uploads and of the generated secret',
    expected: 'a folder',
    without: `\`.groundswell\`; ${NEEDED} unless \`DATABASE_URL\` and \`S3_…\` are set`,
  },
  GROUNDSWELL_SECRET: {
    shape: line(32),
    purpose: 'What keys are sealed and addresses are counted with; the same for all processes',
    expected: '32 or more characters that nobody can guess',
    without: `generated and kept in \`GROUNDSWELL_DATA\`; ${NEEDED}`,
  },
  GROUNDSWELL_PUBLIC_URL: {
    shape: origin,
    purpose: 'Where people reach this server',
    expected: 'an origin such as `https://act.example.org`, and https in production',
    without: `the address it listens on; ${NEEDED}`,
  },
  GROUNDSWELL_SHARE_URL: {
    shape: template('{token}'),
    purpose: 'The page that share links lead to',
    expected: 'an address that holds `{token}`',
    without: `\`/landing.html?share={token}\` of the public address; ${NEEDED}`,
  },
  GROUNDSWELL_REFERRAL_URL: {
    shape: template('{code}'),
    purpose: 'The page that counts a personal link and goes on',
    expected: 'an address that holds `{code}`',
    without: 'in development `/landing.html?r={code}`; else links lead straight to what is shared',
  },
  GROUNDSWELL_APP_URL: {
    shape: template('{token}'),
    purpose: 'Share links in the organization’s app',
    expected: 'an address that holds `{token}`',
    without: 'there are none',
  },
  HOST: {
    shape: line(1, 255),
    purpose: 'The network interface to listen on',
    expected: 'a name or an address of this machine',
    without: '`localhost`; `0.0.0.0` in production',
  },
  PORT: {
    shape: wholeNumber(0, 65_535),
    purpose: 'The port to listen on',
    expected: 'a whole number from 0 (any) to 65535',
    without: '8080',
  },
  TRUSTED_PROXIES: {
    shape: wholeNumber(0, 10),
    purpose: 'How many proxies stand before this server and add to `X-Forwarded-For`',
    expected: 'a whole number from 0 to 10',
    without: '0: the header is not believed',
  },
  METRICS_TOKEN: {
    shape: line(16),
    purpose: 'What a monitor sends to read `/metrics`',
    expected: '16 or more characters',
    without: 'open in development, closed in production',
  },
  LOG_LEVEL: {
    shape: z.enum(LOG_LEVELS),
    purpose: 'How much is written to the log',
    expected: `one of ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}`,
    without: '`info`',
  },
  SMTP_URL: {
    shape: address('smtp:', 'smtps:'),
    purpose: 'The mail server, with name and password',
    expected: 'an address that starts with `smtp://` or `smtps://`',
    without: `the development outbox; ${NEEDED}`,
  },
  MAIL_FROM: {
    shape: mailbox,
    purpose: 'Who e-mails are from',
    expected: 'an e-mail address, with or without a name before it',
    without: 'needed beside `SMTP_URL`',
  },
  VAPID_PUBLIC_KEY: {
    shape: base64Url(87),
    purpose: 'Web push: the public key',
    expected: 'a P-256 key of 87 characters (base64url)',
    without: 'the development outbox; no push in production',
  },
  VAPID_PRIVATE_KEY: {
    shape: base64Url(43),
    purpose: 'Web push: the private key',
    expected: 'a P-256 key of 43 characters (base64url)',
    without: 'needed beside `VAPID_PUBLIC_KEY`',
  },
  VAPID_SUBJECT: {
    shape: address('mailto:', 'https:'),
    purpose: 'Web push: how a push service reaches you',
    expected: 'an address that starts with `mailto:` or `https://`',
    without: 'needed beside `VAPID_PUBLIC_KEY`',
  },
  SMS_ACCOUNT_ID: {
    shape: line(1, 100),
    purpose: 'Text messages: the account (Twilio’s `AccountSid`)',
    expected: 'the id of an account',
    without: 'the development outbox; no text messages in production',
  },
  SMS_AUTH_TOKEN: {
    shape: line(8, 200),
    purpose: 'Text messages: what is signed with, in and out',
    expected: '8 or more characters',
    without: 'needed beside `SMS_ACCOUNT_ID`',
  },
  SMS_FROM: {
    shape: sender,
    purpose: 'Text messages: the number they are from',
    expected: 'a number such as `+15005550006`',
    without: 'needed beside `SMS_ACCOUNT_ID`',
  },
  SMS_API_URL: {
    shape: address('https:', 'http:'),
    purpose: 'Text messages: a Twilio-compatible interface',
    expected: 'an address that starts with `https://`',
    without: '`https://api.twilio.com`',
  },
  S3_ENDPOINT: {
    shape: address('https:', 'http:'),
    purpose: 'Uploads: an S3-compatible store',
    expected: 'an address that starts with `https://`',
    without: 'the folder `media` in `GROUNDSWELL_DATA`',
  },
  S3_BUCKET: {
    shape: line(1, 255),
    purpose: 'Uploads: the bucket',
    expected: 'the name of a bucket',
    without: 'needed beside `S3_ENDPOINT`',
  },
  S3_REGION: {
    shape: line(1, 100),
    purpose: 'Uploads: the region of the bucket',
    expected: 'the name of a region',
    without: '`us-east-1`',
  },
  S3_ACCESS_KEY_ID: {
    shape: line(1, 200),
    purpose: 'Uploads: who writes',
    expected: 'the id of a key',
    without: 'needed beside `S3_ENDPOINT`',
  },
  S3_SECRET_ACCESS_KEY: {
    shape: line(1, 200),
    purpose: 'Uploads: the key of who writes',
    expected: 'a key',
    without: 'needed beside `S3_ENDPOINT`',
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTING_LIST;

/** The values that were set and are as they must be. */
export type SettingValues = {
  readonly [Name in SettingName]?: z.infer<(typeof SETTING_LIST)[Name]['shape']>;
};
