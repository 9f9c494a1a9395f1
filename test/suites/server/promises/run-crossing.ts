import { sql } from 'kysely';

import type { Database } from '../../../../server/src/database/database.js';
import { CODE } from './arbitrary-request.js';
import { tryOtherDoors } from './cross-doors.js';
import { crossOrganizations, type CrossingReport } from './cross-organization.js';
import { inspectCatalog, type CatalogReport } from './inspect-catalog.js';
import { openPromiseWorld, type PromiseWorld } from './promise-world.js';

/**
 * What may be wrong on purpose: a handler that finds an action by its id in all organizations, a table that was made
 * without walls, or a role for requests that walls don't hold. Roles belong to the whole PostgreSQL server, so the last is
 * for one that nobody else uses.
 */
export type CrossingPlant = 'handler' | 'table' | 'role';

export interface CrossingOptions {
  readonly postgresUrl: string;
  /** How many organizations there are, each of which asks for everything of all others. */
  readonly organizations: number;
  /** How many of them ask; all unless told. */
  readonly from?: number;
  /** Each so-many-th of the crossings; all unless told. */
  readonly every?: number;
  readonly plant?: CrossingPlant | undefined;
}

export interface CrossingRun {
  readonly matrix: CrossingReport;
  readonly doors: { readonly tried: number; readonly findings: readonly string[] };
  readonly catalog: CatalogReport;
  /** Everything that was found, in words. */
  readonly findings: readonly string[];
}

const NAMES = ['alder', 'birch', 'cedar', 'dogwood', 'elder', 'fir', 'ginkgo', 'hazel'];

/** Whether organizations can reach into each other, by any id in any place: asked of a whole server, and of its tables. */
export async function runCrossing(options: CrossingOptions): Promise<CrossingRun> {
  const { postgresUrl, organizations, from = organizations, every = 1, plant } = options;
  const opened: { database?: Database } = {};
  const world = await openPromiseWorld({
    postgresUrl,
    organizations: NAMES.slice(0, Math.max(2, organizations)),
    newCode: () => CODE,
    ...(plant === 'handler' && { front: (request) => answerForgetfully(opened.database, request) }),
  });
  const { database } = world;
  opened.database = database;
  try {
    if (plant === 'table') await plantTable(world);
    if (plant === 'role') await sql`alter role groundswell_app bypassrls`.execute(database.owner);
    const catalog = await inspectCatalog(database);
    const matrix = await crossOrganizations(world, { from, every });
    const doors = await tryOtherDoors(world);
    return { matrix, doors, catalog, findings: [...catalog.findings, ...matrix.findings, ...doors.findings] };
  } finally {
    await world.close();
  }
}

/** As a handler would that works as the owner of the tables and forgets to say whose action it wants. */
async function answerForgetfully(
  database: Database | undefined,
  request: Request,
): Promise<Response | undefined> {
  const [, id, isFeatured] =
    /^\/v1\/actions\/([\w-]+)(\/featured)?$/.exec(new URL(request.url).pathname) ?? [];
  if (database === undefined || id === undefined) return undefined;
  if (isFeatured !== undefined && request.method === 'PUT')
    await sql`update actions set featured = not featured where id = ${id}`.execute(database.owner);
  if (request.method !== 'GET') return undefined;
  const { rows } = await sql<{ content: object }>`select content from actions where id = ${id}`.execute(
    database.owner,
  );
  return rows[0] === undefined ? undefined : Response.json(rows[0].content);
}

const plantTable = ({ database }: PromiseWorld): Promise<unknown> =>
  sql
    .raw(
      `create table notes (id text primary key, org_id text not null, action_id text not null, body text);
       alter table actions add constraint only_id unique (id);
       alter table notes add constraint of_any_action foreign key (action_id) references actions (id);
       alter table notes enable row level security;
       grant select on notes to groundswell_app`,
    )
    .execute(database.owner);
