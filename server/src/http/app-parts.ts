import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';

import type { Caller, Dispatch } from '@groundswell/elements/contract';

import type { LimitRules } from '../limits/choose-limits.js';
import type { RateLimits } from '../limits/rate-limits.js';
import type { LiveChanges } from '../live/live-changes.js';
import type { Metrics } from './metrics.js';
import type { RequestContext } from './request-context.js';

/** What the HTTP layer is made of; everything that it does not do itself. */
export interface AppParts {
  readonly dispatch: Dispatch;
  /** Who sent a request, a visitor of an organization included; `null` where what it carries is not valid (any more). */
  readonly authenticate: (request: Request) => Promise<Caller | null>;
  /** Pages of which origins may call for the organization that a request is about. Asked of authenticated requests. */
  readonly allowedOrigins: (request: Request) => Promise<readonly string[] | '*'>;
  readonly limits: RateLimits;
  readonly live: LiveChanges;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly now: () => Date;
  /** Why this process cannot serve; nothing where it can. */
  readonly findUnready: () => Promise<readonly string[]>;
  /** Aborted when the process begins to end. */
  readonly draining: AbortSignal;
  readonly settings?: Partial<AppSettings>;
  /** What is served beside the contract, such as media, webhooks and the renewal of sessions. */
  readonly routes?: readonly ExtraRoute[];
}

export interface AppSettings {
  /** Where this server is reached from outside, such as `https://api.example.org`; undefined where it is not known. */
  readonly publicUrl: string | undefined;
  /** How many proxies stand before this server and add to `X-Forwarded-For`; 0 believes nobody. */
  readonly trustedProxies: number;
  /** The largest body of a call, in bytes. */
  readonly maxBodyBytes: number;
  /** The same for those who organize. */
  readonly maxStaffBodyBytes: number;
  /** How long a call may take from its first byte to its answer, in milliseconds. */
  readonly deadline: number;
  /** What `/metrics` asks for as a bearer token; undefined lets everybody read. */
  readonly metricsToken: string | undefined;
  readonly limits: LimitRules;
}

/** Something else that is served: what is at the path and everything below it. */
export interface ExtraRoute {
  readonly path: string;
  /** Its name in logs and metrics. */
  readonly name: string;
  /**
   * Who may call from a page: pages of the organization's origins, pages of this server's own origin only, or any,
   * where the route itself knows what it does.
   */
  readonly pages: 'organization' | 'own' | 'any';
  readonly handle: (request: Request, context: RequestContext) => Response | Promise<Response>;
}

/** What Hono carries along with a request. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: { context: RequestContext };
}
