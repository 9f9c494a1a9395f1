import type { SettingName, SettingValues } from './setting-list.js';

/** One thing that is wrong in the environment: which variable, and what is expected of it. Never its value. */
export interface SettingProblem {
  readonly name: string;
  readonly message: string;
}

/** What somebody is about to do: serving needs everything, the other commands only the data. */
export type Purpose = 'serving' | 'data';

/** Variables that are of no use alone: the first brings the need for the others. */
const TOGETHER: readonly (readonly [SettingName, ...SettingName[]])[] = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'],
  ['SMS_ACCOUNT_ID', 'SMS_AUTH_TOKEN', 'SMS_FROM'],
  ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
];

/** What is wrong with the variables as a whole, where each by itself may be right. */
export function checkTogether(
  values: SettingValues,
  isSet: (name: SettingName) => boolean,
  purpose: Purpose,
): readonly SettingProblem[] {
  const halves = TOGETHER.flatMap((group) => {
    const missing = group.filter((name) => !isSet(name));
    if (missing.length === 0 || missing.length === group.length) return [];
    return missing.map((name) => ({
      name,
      message: `is needed beside ${group.filter(isSet).join(' and ')}`,
    }));
  });
  if (values.NODE_ENV !== 'production') return halves;
  return [...halves, ...missingInProduction(isSet, purpose), ...unsafeInProduction(values)];
}

function missingInProduction(isSet: (name: SettingName) => boolean, purpose: Purpose): SettingProblem[] {
  const always: SettingName[] = ['GROUNDSWELL_SECRET'];
  const serving: SettingName[] = ['GROUNDSWELL_PUBLIC_URL', 'GROUNDSWELL_SHARE_URL', 'SMTP_URL'];
  const missing = [...always, ...(purpose === 'serving' ? serving : [])].filter((name) => !isSet(name));
  const problems = missing.map((name) => ({ name, message: 'is needed in production' }));
  if (isSet('GROUNDSWELL_DATA')) return problems;
  if (!isSet('DATABASE_URL'))
    problems.push({ name: 'DATABASE_URL', message: 'or GROUNDSWELL_DATA is needed in production' });
  else if (purpose === 'serving' && !isSet('S3_ENDPOINT'))
    problems.push({
      name: 'GROUNDSWELL_DATA',
      message: 'or S3_ENDPOINT is needed in production, for uploads',
    });
  return problems;
}

/** Cookies and tokens travel to this address. */
function unsafeInProduction({ GROUNDSWELL_PUBLIC_URL: url }: SettingValues): SettingProblem[] {
  return url?.startsWith('http:') === true
    ? [{ name: 'GROUNDSWELL_PUBLIC_URL', message: 'must start with https:// in production' }]
    : [];
}
