import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { runCli } from '../../../server/src/cli/run-cli.js';
import { lockFolder } from '../../../server/src/database/lock-folder.js';
import { createPostgresDatabase } from '../../suites/server/databases.js';
import { collect, typeCommand } from '../../suites/server/type-command.js';

const example = fileURLToPath(new URL('../../../site/campaign.example.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'groundswell-cli-'));
const hasPostgres = inject('postgresUrl') !== '';

/** Where most commands work: a server where there is one, because it opens faster. */
let environment: Record<string, string>;

/** Types a command, and reads what came of it. */
const type = (args: readonly string[], more: Record<string, string> = {}) =>
  typeCommand(args, { ...environment, ...more });

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

beforeAll(async () => {
  environment = {
    GROUNDSWELL_DATA: join(folder, 'data'),
    LOG_LEVEL: 'silent',
    PORT: '0',
    ...(hasPostgres ? { DATABASE_URL: await createPostgresDatabase() } : {}),
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('help', () => {
  it('tells every command, the exit codes and the release, and is fine', async () => {
    const { code, out, err } = await type(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const command of [
      ...['serve', 'migrate', 'seed', 'create-org', 'create-admin', 'create-key', 'rotate-keys'],
      ...['rebuild-results', 'export', 'import', 'dead-letters', 'keys', 'revoke-key', 'add-partner'],
      ...['revoke-partner', 'end-sessions'],
    ])
      expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    expect(out).toContain('3  the database cannot be reached');
    expect((await type(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ['a command that nobody knows', ['serv'], /unknown command 'serv'/],
    ['an option that nobody knows', ['serve', '--fast'], /unknown option '--fast'/],
    ['a missing argument', ['seed'], /missing required argument/],
    ['a missing option', ['create-org', 'x'], /--name/],
  ])('is offered after %s, with code 2', async (_, args, words) => {
    const { code, out, err } = await type(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
    expect(err).toContain('--help');
  });
});

describe('what goes wrong', () => {
  it('is named all at once where settings are wrong, with code 2', async () => {
    const { code, out, err } = await type(['serve'], { PORT: 'http', DATABASE_URL: 'mysql://x' });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/DATABASE_URL must be .*\n {2}PORT must be /);
  });

  it('is said in words where no database answers, with code 3', async () => {
    const { code, err } = await type(['migrate'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/x' });
    expect([code, err]).toEqual([3, expect.stringMatching(/^The database cannot be reached.*\n$/)]);
  });

  it('is said in words where another process has the folder, with code 3', async () => {
    const unlock = lockFolder(join(folder, 'busy/database'));
    try {
      const { code, err } = await type(['migrate'], {
        DATABASE_URL: '',
        GROUNDSWELL_DATA: join(folder, 'busy'),
      });
      expect([code, err]).toEqual([3, expect.stringMatching(/is in use by process \d+/)]);
    } finally {
      unlock();
    }
  });

  it('is said in words where an export is asked for from a folder, with code 2', async () => {
    expect(await type(['import', folder])).toEqual({ code: 2, out: '', err: `${folder}: it is a folder.\n` });
  });

  it('comes with the places in the code for whoever asks, and without them else', async () => {
    const broken = ['create-key', 'nobody', '--origin', 'https://example.org'];
    expect((await type(broken)).err).toBe('There is no organization nobody.\n');
    expect((await type(broken, { LOG_LEVEL: 'debug' })).err).toMatch(/\n {4}at /);
  });

  it.each([
    ['is not JSON', '{\n  "revision": 1,,\n}', /^broken\.json:2:17 is not JSON: expected .* found ","\n/],
    [
      'is not a campaign',
      '{ "revision": 7 }',
      /^broken\.json:1:1 .*\nbroken\.json:1:15 revision must be a string\n/m,
    ],
  ])('is named by line and column in a campaign file that %s', async (_, text, words) => {
    const { code, out, err } = await type(['seed', write('broken.json', text)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
    expect(err).toMatch(/problems? in broken\.json\.\n$/);
  });

  it('is said in words where there is no such file', async () => {
    expect(await type(['seed', join(folder, 'nowhere.json')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no such file') as string,
    });
  });
});

describe('an organization', () => {
  it('is seeded once: the same file again changes nothing', async () => {
    expect(await type(['seed', example])).toEqual({ code: 0, out: 'seedling-street\n', err: '' });
    expect(await type(['seed', example])).toMatchObject({
      code: 0,
      err: expect.stringMatching(/nothing was/) as string,
    });
  });

  it('is made with an admin and a key, and not made twice', async () => {
    expect(await type(['create-org', 'tide', '--name', 'Tide Watchers'])).toMatchObject({
      code: 0,
      out: 'tide\n',
    });
    const admin = await type(['create-admin', 'tide', 'ada@example.org', '--first-name', 'Ada']);
    expect([admin.code, admin.out.trim()]).toEqual([0, expect.stringMatching(/^[\w-]{22}$/)]);
    const again = await type(['create-admin', 'tide', 'ADA@example.org', '--role', 'owner']);
    expect([again.out, again.err]).toEqual([admin.out, 'They were there already, as admin.\n']);
    const key = await type(['create-key', 'tide', '--origin', 'https://a.example', 'https://b.example']);
    expect([key.code, key.out]).toEqual([0, expect.stringContaining('tide')]);
    expect(await type(['create-org', 'tide', '--name', 'Again'])).toMatchObject({ code: 2 });
  });

  it.each([
    [['create-org', '-', '--name', 'x'], /An id has/],
    [['create-org', 'ok', '--name', 'x', '--time-zone', 'Mars/Olympus'], /not a time zone/],
    [['create-admin', 'tide', 'nobody'], /not an e-mail address/],
    [['create-admin', 'tide', 'a@example.org', '--role', 'king'], /one of owner, admin, staff/],
    [['create-key', 'tide', '--origin', 'https://a.example/path'], /not an origin/],
  ])('is refused where %j is not right', async (args, words) => {
    expect(await type(args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(words) as string });
  });

  it('is exported into a file that only its owner reads, and comes back', async () => {
    const file = join(folder, 'tide.jsonl');
    expect(await type(['export', 'tide', file])).toMatchObject({ code: 0, out: `${file}\n` });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await type(['export', 'tide', file])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/already/) as string,
    });
    expect(await type(['import', file])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--replace/) as string,
    });
    expect(await type(['import', file, '--replace'])).toMatchObject({ code: 0, out: 'tide\n' });
    expect((await type(['export', 'tide'])).out).toBe(readFileSync(file, 'utf8'));
  });

  it('is not imported from a file that was cut off', async () => {
    const whole = readFileSync(join(folder, 'tide.jsonl'), 'utf8').trim().split('\n');
    const { code, err } = await type([
      'import',
      write('cut.jsonl', whole.slice(0, -1).join('\n')),
      '--replace',
    ]);
    expect([code, err]).toEqual([2, expect.stringMatching(/cut\.jsonl:\d+ is missing/)]);
  });

  it('has its results counted anew, and its dead letters listed', async () => {
    expect(await type(['rebuild-results'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^seedling-street\t\d+\ntide\t0\n$/) as string,
    });
    expect(await type(['dead-letters', 'tide', '--replay'])).toEqual({
      code: 0,
      out: '',
      err: '0 queued anew.\n',
    });
  });
});

describe('keys', () => {
  it('are rotated, each time to another one', async () => {
    const [first, second] = [await type(['rotate-keys']), await type(['rotate-keys', '--forget-old'])];
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.out).not.toBe(second.out);
  });
});

describe('serving', () => {
  it('says its address, answers, and ends well when it is told to', async () => {
    const ended = new AbortController();
    const [out, err] = [collect(), collect()];
    const running = runCli(['serve'], {
      ...{ environment, stdout: out.stream, stderr: err.stream, now: () => new Date() },
      ended: ended.signal,
    });
    await expect.poll(out.text, { timeout: 20_000 }).toMatch(/^http:\/\/localhost:\d+\n$/);
    const answer = await fetch(`${out.text().trim()}/readyz`);
    expect(await answer.json()).toEqual({ ready: true, reasons: [] });
    ended.abort();
    expect([await running, err.text()]).toEqual([0, '']);
  });

  it('works on a folder alone, with nothing else installed', async () => {
    const { code, out, err } = await type(['serve'], { DATABASE_URL: '' });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^http:/);
  });
});
