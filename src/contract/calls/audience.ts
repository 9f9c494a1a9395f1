// Compiled from the contract by scripts/compile-calls.mjs. Do not edit.
import type { Call } from '../call.js';
import type * as operations from '../audience.js';

export type * from '../audience.js';
export const getAudienceExplanation: Call<typeof operations.getAudienceExplanation> = {"name":"audience.explain","method":"POST","path":"/audience/explain","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{"steps":["a",["o",{"rule":["l","everyone","sent-to","districts","languages"],"before":"n","after":"n"}]],"total":"n","examples":["a",["o",{"userId":"s","name":"s"}]]}]};
