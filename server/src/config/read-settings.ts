import { join, resolve } from 'node:path';

import { checkTogether, type Purpose, type SettingProblem } from './check-together.js';
import { keepSecret } from './keep-secret.js';
import { SETTING_LIST, type SettingName, type SettingValues } from './setting-list.js';
import type { DatabaseSettings, HttpSettings, MediaSettings, Settings } from './settings.js';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ReadOptions {
  /** What the settings are for; everything is needed for serving. */
  readonly purpose?: Purpose;
  /** Gives the secret that a folder keeps, and makes one where it has none. */
  readonly secretOf?: (folder: string) => string;
}

/** Everything that is wrong in the environment, at once. Holds names and expectations, and no values. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly problems: readonly SettingProblem[]) {
    const lines = problems.map(({ name, message }) => `  ${name} ${message}.`);
    super(['The settings are not right:', ...lines].join('\n'));
  }
}

/**
 * Reads the settings from the environment. With nothing set it gives what works on a developer's machine.
 *
 * @throws SettingsError that names every variable that is wrong, missing, or not known.
 */
export function readSettings(
  environment: Environment,
  { purpose = 'serving', secretOf = keepSecret }: ReadOptions = {},
): Settings {
  const { values, problems } = readValues(environment);
  const isSet = (name: SettingName): boolean => isGiven(environment[name]);
  const all = [...problems, ...checkTogether(values, isSet, purpose)];
  if (all.length > 0) throw new SettingsError(all);
  return toSettings(values, secretOf);
}

const isGiven = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

function readValues(environment: Environment): { values: SettingValues; problems: SettingProblem[] } {
  const values: Partial<Record<SettingName, unknown>> = {};
  const problems: SettingProblem[] = [];
  for (const name of Object.keys(SETTING_LIST) as SettingName[]) {
    const text = environment[name];
    if (!isGiven(text)) continue;
    const { shape, expected } = SETTING_LIST[name];
    const read = shape.safeParse(text.trim());
    if (read.success) values[name] = read.data;
    else problems.push({ name, message: `must be ${expected.replaceAll('`', '')}` });
  }
  const unknown = Object.keys(environment).filter(
    (name) => name.startsWith('GROUNDSWELL_') && !(name in SETTING_LIST) && isGiven(environment[name]),
  );
  problems.push(...unknown.map((name) => ({ name, message: 'is not a setting; is it misspelled?' })));
  return { values: values as SettingValues, problems };
}

function toSettings(values: SettingValues, secretOf: (folder: string) => string): Settings {
  const dataFolder = resolve(values.GROUNDSWELL_DATA ?? '.groundswell');
  const { SMTP_URL, MAIL_FROM = '' } = values;
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY = '', VAPID_SUBJECT = '' } = values;
  const {
    SMS_ACCOUNT_ID,
    SMS_AUTH_TOKEN = '',
    SMS_FROM = '',
    SMS_API_URL = 'https://api.twilio.com',
  } = values;
  return {
    mode: values.NODE_ENV === 'production' ? 'production' : 'development',
    database: databaseOf(values, dataFolder),
    dataFolder,
    secret: values.GROUNDSWELL_SECRET ?? secretOf(dataFolder),
    http: httpOf(values),
    links: linksOf(values),
    mail: SMTP_URL === undefined ? undefined : { url: SMTP_URL, from: MAIL_FROM },
    push:
      VAPID_PUBLIC_KEY === undefined
        ? undefined
        : { publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY, subject: VAPID_SUBJECT },
    sms:
      SMS_ACCOUNT_ID === undefined
        ? undefined
        : {
            accountId: SMS_ACCOUNT_ID,
            authToken: SMS_AUTH_TOKEN,
            from: SMS_FROM,
            apiUrl: SMS_API_URL.replace(/\/+$/, ''),
          },
    media: mediaOf(values, dataFolder),
    logLevel: values.LOG_LEVEL ?? 'info',
  };
}

const databaseOf = (
  { DATABASE_URL: url, DATABASE_CONNECTIONS: connections = 10 }: SettingValues,
  folder: string,
): DatabaseSettings =>
  url === undefined
    ? { kind: 'pglite', folder: join(folder, 'database') }
    : { kind: 'postgres', url, connections };

const httpOf = (values: SettingValues): HttpSettings => ({
  host: values.HOST ?? (values.NODE_ENV === 'production' ? '0.0.0.0' : 'localhost'),
  port: values.PORT ?? 8080,
  publicUrl: values.GROUNDSWELL_PUBLIC_URL,
  trustedProxies: values.TRUSTED_PROXIES ?? 0,
  metricsToken: values.METRICS_TOKEN,
});

function linksOf(values: SettingValues): Settings['links'] {
  const here = values.GROUNDSWELL_PUBLIC_URL ?? `http://localhost:${values.PORT ?? 8080}`;
  const { GROUNDSWELL_APP_URL: app, GROUNDSWELL_REFERRAL_URL: referral } = values;
  const ownPage = values.NODE_ENV === 'production' ? undefined : `${here}/landing.html?r={code}`;
  const counted = referral ?? ownPage;
  return {
    web: values.GROUNDSWELL_SHARE_URL ?? `${here}/landing.html?share={token}`,
    ...(app === undefined ? {} : { app }),
    ...(counted === undefined ? {} : { referral: counted }),
  };
}

function mediaOf(values: SettingValues, dataFolder: string): MediaSettings {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket = '', S3_REGION: region = 'us-east-1' } = values;
  if (endpoint === undefined) return { kind: 'folder', folder: join(dataFolder, 'media') };
  const { S3_ACCESS_KEY_ID: accessKeyId = '', S3_SECRET_ACCESS_KEY: secretAccessKey = '' } = values;
  return { kind: 's3', endpoint, region, bucket, accessKeyId, secretAccessKey };
}
