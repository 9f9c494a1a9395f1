import type { Timestamp } from '../values/id-schema.js';

/** The day in UTC on which something happened, such as `2026-11-03`. */
export const dayOf = (at: Timestamp): string => new Date(at).toISOString().slice(0, 10);
