import pg from 'pg';

let made = 0;

/** The address of a new database on a PostgreSQL server. */
export async function createDatabaseIn(postgresUrl: string): Promise<string> {
  const url = new URL(postgresUrl);
  const name = `test_${process.pid}_${(made += 1)}_${Date.now()}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}
