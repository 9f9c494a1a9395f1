import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/start-server.mjs', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'groundswell-anew-'));

afterAll(() => rmSync(data, { recursive: true, force: true }));

describe('starting anew', () => {
  it('leaves the data of a demonstration alone that is running, and says which process has it', async () => {
    mkdirSync(join(data, 'database'));
    writeFileSync(join(data, 'database/kept'), '');
    writeFileSync(join(data, 'database.lock'), String(process.ppid));
    const { startServer } = (await import(/* @vite-ignore */ script)) as {
      startServer: (options: object, built: Promise<unknown>) => Promise<unknown>;
    };
    const options = { port: 0, host: 'localhost', data, fresh: true };
    await expect(startServer(options, Promise.resolve())).rejects.toThrow(
      `in use by process ${process.ppid}`,
    );
    expect(existsSync(join(data, 'database/kept'))).toBe(true);
  });
});
