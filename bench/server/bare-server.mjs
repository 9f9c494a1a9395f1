// The least that a server can do: Hono, pg and one table. What ours adds is measured against it.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query(
  'create table if not exists bare_rows (id bigint primary key, body json not null, seen bigint not null)',
);
await pool.query(
  `insert into bare_rows select n, '{"title":"A row"}', 0 from generate_series(1, 1000) as n on conflict do nothing`,
);
await pool.query(
  'create table if not exists bare_log (id bigint generated always as identity primary key, row_id bigint, at timestamptz default now())',
);

const app = new Hono();
app.get('/rows', async (context) => {
  const { rows } = await pool.query('select id, body, seen from bare_rows order by id limit 20');
  return context.json(rows);
});
app.post('/rows/:id', async (context) => {
  const { note } = await context.req.json();
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('insert into bare_log (row_id) values ($1)', [context.req.param('id')]);
    await client.query('update bare_rows set seen = seen + 1 where id = $1', [context.req.param('id')]);
    await client.query('commit');
    return context.json({ note });
  } finally {
    client.release();
  }
});

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  process.send?.({ port }),
);
process.once('disconnect', () => server.close(() => process.exit(0)));
