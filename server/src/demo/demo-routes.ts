import * as z from 'zod/mini';

import { id, type Id } from '@groundswell/elements/domain';

import { isOwnPage } from '../identity/is-own-page.js';

/** What the pages of a demonstration can ask for beside the API. */
export interface DemoAnswers {
  /** What they have to know before they begin. */
  readonly describe: () => Promise<unknown>;
  /** Makes a session for somebody, without asking whether it is them; undefined where there is no such person. */
  readonly becomePerson: (userId: Id) => Promise<unknown>;
  readonly startOver: () => Promise<unknown>;
}

const chosen = z.object({ userId: id });

const PATHS: readonly string[] = ['/demo.json', '/dev/session', '/dev/start-over'];

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: HEADERS });

/**
 * Answers `/demo.json`, `/dev/session` and `/dev/start-over`; undefined for everything else. Only pages of this server
 * may ask, under this machine's own name: a website that points its name here is refused.
 *
 * @param origin - Of the demonstration's own pages.
 */
export function createDemoRoutes(
  origin: string,
  answers: DemoAnswers,
): (request: Request) => Promise<Response | undefined> {
  return async (request) => {
    const { pathname, origin: asked } = new URL(request.url);
    if (!PATHS.includes(pathname)) return undefined;
    if (asked !== origin) return answer(403, {});
    if (pathname === '/demo.json') return answer(200, await answers.describe());
    if (request.method !== 'POST') return answer(405, {});
    if (!isOwnPage(request, [origin])) return answer(403, {});
    if (pathname === '/dev/session') return becomePerson(request, answers);
    await answers.startOver();
    return answer(200, {});
  };
}

async function becomePerson(request: Request, answers: DemoAnswers): Promise<Response> {
  const { data } = chosen.safeParse(await request.json().catch(() => undefined));
  const session = data && (await answers.becomePerson(data.userId));
  return session === undefined ? answer(404, {}) : answer(200, session);
}
