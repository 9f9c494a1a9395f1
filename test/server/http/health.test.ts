import { createConfig, lintFromString } from '@redocly/openapi-core';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

import { contract } from '@groundswell/elements/contract';

import { findUnready } from '../../../server/src/http/find-unready.js';
import { databaseKinds } from '../../suites/server/databases.js';
import { asJson, asVisitor, openWorld } from './http-world.js';

const readMetrics = async (ask: (path: string, init?: RequestInit) => Promise<Response>) =>
  (await ask('/metrics')).text();

describe('whoever runs the server', () => {
  it('sees that a process is alive and ready', async () => {
    const { ask } = await openWorld();
    expect(await (await ask('/healthz')).json()).toEqual({ alive: true });
    const ready = await ask('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, reasons: [] }]);
  });

  it('sees why it is not, and that it still lives', async () => {
    let asked = 0;
    const findReasons = () => {
      asked += 1;
      return Promise.resolve(['database']);
    };
    const { ask, drain } = await openWorld({ parts: { findUnready: findReasons, now: () => new Date(0) } });
    const ready = await ask('/readyz');
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, reasons: ['database'] }]);
    expect(ready.headers.get('retry-after')).toBe('1');
    drain();
    expect(await (await ask('/readyz')).json()).toEqual({ ready: false, reasons: ['draining', 'database'] });
    expect(asked).toBe(1);
    expect((await ask('/healthz')).status).toBe(200);
  });

  it('reads how much of what was answered how, and nothing about anybody', async () => {
    const { ask, parts } = await openWorld();
    parts.metrics.watch('groundswell_live_subscribers', 'Open streams.', parts.live.count);
    await ask('/v1/feed?search=canary', { headers: { authorization: 'Bearer canary-volunteer' } });
    await ask('/v1/canary/canary');
    await ask('/v1/feed/canary', { headers: asVisitor });
    await ask('/v1/perform/seen', asJson('{'));
    const text = await readMetrics(ask);
    expect(text).toContain('groundswell_requests_total{operation="feed.list",status="200"} 1');
    expect(text).toContain('groundswell_requests_total{operation="unknown",status="404"} 1');
    expect(text).toContain('groundswell_requests_total{operation="perform.seen",status="400"} 1');
    expect(text).toContain(
      'groundswell_request_duration_seconds_bucket{le="30",operation="feed.list",status="200"} 1',
    );
    expect(text).toContain('groundswell_live_subscribers 0');
    expect(text).not.toMatch(/canary|conformance/);
  });

  it('may keep the numbers from others', async () => {
    const { ask } = await openWorld({ settings: { metricsToken: 'secret' } });
    const status = async (authorization?: string) =>
      (await ask('/metrics', authorization === undefined ? {} : { headers: { authorization } })).status;
    expect(await status()).toBe(401);
    expect(await status('Bearer secre7')).toBe(401);
    expect(await status('Bearer secret')).toBe(200);
  });
});

describe.runIf(databaseKinds[1]!.isHere)('a database', () => {
  it('is ready when all steps were made, not when one is missing, and not when it is gone', async () => {
    const database = await databaseKinds[1]!.open();
    expect(await findUnready(database)).toEqual([]);
    await sql`delete from groundswell_migrations where name = (select max(name) from groundswell_migrations)`.execute(
      database.owner,
    );
    expect(await findUnready(database)).toEqual(['migrations']);
    await sql`drop table groundswell_migrations`.execute(database.owner);
    expect(await findUnready(database)).toEqual(['migrations']);
    const stuck = findUnready({ owner: {} as typeof database.owner }, 20);
    expect(await stuck).toEqual(['database']);
    await database.close();
    expect(await findUnready(database)).toEqual(['database']);
  });
});

describe('the API document', () => {
  it('is served, describes the stream beside the contract, and says that a key is needed', async () => {
    const { ask } = await openWorld();
    const response = await ask('/v1/openapi.json', { headers: { origin: 'https://reader.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://reader.example');
    const document = (await response.json()) as {
      paths: Record<string, Record<string, { operationId: string; security: object[] }>>;
    };
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(ids.toSorted()).toEqual([...Object.keys(contract), 'changes.stream'].toSorted());
    expect(document.paths['/feed']!['get']!.security).toContainEqual({ key: [], guest: [] });
    expect(document.paths['/actions']!['get']!.security).toEqual([{ token: [] }]);
  });

  it('has nothing that the linter complains about', async () => {
    const { ask } = await openWorld();
    const source = await (await ask('/v1/openapi.json')).text();
    const config = await createConfig({ extends: ['recommended-strict'], rules: { 'info-license': 'off' } });
    const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });
});
