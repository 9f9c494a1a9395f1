import type { Caller, Operation } from '@groundswell/elements/contract';

/** So many in so much time. */
export interface Rate {
  readonly max: number;
  /** Seconds. */
  readonly per: number;
}

/** How much is let through. */
export interface LimitRules {
  /** Codes asked for and tried, from one address. */
  readonly signIn: Rate;
  /** What people without an account write, from one address; many may share one, at a rally or behind a campus. */
  readonly visitorWrites: Rate;
  /** What one person with an account writes. */
  readonly personWrites: Rate;
  /** Everything from one address to one process, counted in memory. */
  readonly requests: Rate;
}

export const DEFAULT_LIMITS: LimitRules = {
  signIn: { max: 30, per: 600 },
  visitorWrites: { max: 600, per: 60 },
  personWrites: { max: 300, per: 60 },
  requests: { max: 6000, per: 60 },
};

/** One thing that is counted: whose it is and how much of it there may be. */
export interface Limit extends Rate {
  readonly bucket: string;
}

export interface LimitedCall {
  readonly operation: Pick<Operation, 'name' | 'method' | 'access'>;
  readonly caller: Caller;
  /** The fingerprint of the address. */
  readonly place: string;
}

/** What a call counts towards. Reads count towards nothing here, because counting would cost more than they do. */
export function chooseLimits({ operation, caller, place }: LimitedCall, rules: LimitRules): readonly Limit[] {
  const { name, method, access } = operation;
  if (method === 'GET') return [];
  // Codes are counted by place for everybody: whoever has an account may still guess at those of others.
  if (access === 'public' && name.startsWith('signIn.'))
    return [{ bucket: `sign-in:${place}`, ...rules.signIn }];
  return caller.role === 'visitor'
    ? [{ bucket: `visitor:${place}`, ...rules.visitorWrites }]
    : [{ bucket: `person:${caller.userId}`, ...rules.personWrites }];
}
