import * as z from 'zod/mini';

import { timestamp } from '../values/id-schema.js';

/** What a registration goal counts. None of them claims that somebody is registered: only an election office knows. */
export const GOAL_METRICS = ['checks_started', 'handed_off', 'self_reported'] as const;

export const registrationGoal = z.object({
  target: z.int().check(z.positive(), z.lte(10_000_000)),
  metric: z.enum(GOAL_METRICS),
});

export const incentive = z.object({
  title: z.string().check(z.maxLength(200)),
  threshold: z.int().check(z.positive()),
  reward: z.string().check(z.maxLength(1000)),
  endsAt: z.optional(timestamp),
});

export type RegistrationGoal = z.infer<typeof registrationGoal>;
export type Incentive = z.infer<typeof incentive>;
