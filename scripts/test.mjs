// What `npm test` runs: everything that has to hold, in the order in which it is cheapest to hear about a problem.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { ensureInstalled } from './ensure-installed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path) => `node_modules/${path}`;

const vitest = (project) => ({
  commands: [
    [
      bin('vitest/vitest.mjs'),
      'run',
      ...['--project', project, '--reporter=default', '--reporter=json'],
      `--outputFile.json=dist/reports/${project}.json`,
    ],
  ],
  repeat: `npm run test:${project}`,
  report: project,
});
const browser = (group) => ({
  commands: [[bin('@web/test-runner/dist/bin.js'), '--group', group]],
  repeat: `npm run test:${group}`,
  report: group,
});

const steps = [
  { name: 'types', commands: [['scripts/check.mjs']], repeat: 'npm run check' },
  {
    name: 'lint',
    commands: [
      [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
      [bin('prettier/bin/prettier.cjs'), '--check', '.'],
    ],
    repeat: 'npm run lint (npm run format mends what a machine can mend)',
  },
  { name: 'unit', ...vitest('unit') },
  { name: 'server', ...vitest('server') },
  { name: 'build', commands: [['scripts/build.mjs']], repeat: 'npm run build' },
  { name: 'browser', ...browser('browser') },
  { name: 'stories', ...browser('stories') },
  {
    name: 'storybook',
    commands: [
      [
        bin('storybook/dist/bin/dispatcher.js'),
        'build',
        '-o',
        'dist/storybook',
        '--disable-telemetry',
        '--quiet',
      ],
    ],
    repeat: 'npm run build-storybook',
  },
  { name: 'guards', ...vitest('guards') },
  { name: 'package', commands: [['scripts/check-package.mjs']], repeat: 'node scripts/check-package.mjs' },
  { name: 'size', commands: [['scripts/size.mjs']], repeat: 'npm run size' },
];

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const reportFile = (report) => `${root}dist/reports/${report}.json`;

/** Without the codes that colour words and move the cursor. */
const plain = (output) => stripVTControlCharacters(output).replaceAll('\r', '');

function run(command, report) {
  return new Promise((settle) => {
    const env = { ...process.env, CI: '1', NO_COLOR: '1' };
    delete env.FORCE_COLOR;
    if (report) env.TEST_REPORT = reportFile(report);
    const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (data) => output.push(data));
    child.stderr.on('data', (data) => output.push(data));
    child.on('close', (code) => settle({ ok: code === 0, output: plain(Buffer.concat(output).toString()) }));
  });
}

async function runStep({ commands, report }) {
  if (report) rmSync(reportFile(report), { force: true });
  for (const command of commands) {
    const result = await run(command, report);
    if (!result.ok) return result;
  }
  return { ok: true, output: '' };
}

/** Vitest and web-test-runner each write their own kind of report. */
function readCounts(report) {
  if (!report || !existsSync(reportFile(report))) return undefined;
  const result = JSON.parse(readFileSync(reportFile(report), 'utf8'));
  if ('passed' in result) return result;
  return {
    passed: result.numPassedTests,
    // A file that cannot be loaded fails without a test of its own.
    failed: Math.max(result.numFailedTests, result.success ? 0 : 1),
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function explainBrowser() {
  return import('./browser.mjs').then(({ findBrowser }) => {
    try {
      const { name, version } = findBrowser();
      return { ok: true, words: `${version} (${name})` };
    } catch (error) {
      return { ok: false, words: error.message };
    }
  });
}

/** Tests on PostgreSQL look for it by themselves, and leave themselves out where it is not. */
function explainPostgres() {
  return import('./postgres-cluster.mjs').then(({ findPrograms }) => {
    const programs = findPrograms();
    return programs === undefined
      ? 'PostgreSQL: not installed here, so the tests that need it are not run (PGlite stands in where it can)'
      : `PostgreSQL: ${programs}`;
  });
}

const total = { passed: 0, failed: 0, skipped: 0 };

function finish(ok) {
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
  console.log(`\ntests: ${total.passed} passed, ${total.failed} failed`);
  process.exitCode = ok ? 0 : 1;
}

async function runAll() {
  const began = Date.now();
  for (const [index, step] of steps.entries()) {
    const started = Date.now();
    process.stdout.write(`[${index + 1}/${steps.length}] ${step.name} … `);
    const { ok, output } = await runStep(step);
    const counts = readCounts(step.report);
    for (const key of Object.keys(total)) total[key] += counts?.[key] ?? 0;
    const words = counts
      ? `${counts.passed} passed${counts.failed > 0 ? `, ${counts.failed} failed` : ''}, `
      : '';
    console.log(`${ok ? 'ok' : 'FAILED'} (${words}${seconds(started)})`);
    if (ok) continue;
    console.log(`\n${output.trim()}\n\n${step.name} failed. To repeat only this: ${step.repeat}`);
    finish(false);
    return;
  }
  console.log(`\nEverything holds (${seconds(began)}).`);
  finish(true);
}

ensureInstalled();
const postgres = await explainPostgres();
const found = await explainBrowser();
if (found.ok) {
  console.log(`Browser: ${found.words}`);
  console.log(postgres);
  await runAll();
} else {
  console.error(found.words);
  process.exitCode = 1;
}
