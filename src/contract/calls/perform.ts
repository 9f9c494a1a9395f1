// Compiled from the contract by scripts/compile-calls.mjs. Do not edit.
import type { Call } from '../call.js';
import type * as operations from '../perform.js';
import { shape37 } from './shapes.js';

export type * from '../perform.js';
export const recordSeen: Call<typeof operations.recordSeen> = {"name":"perform.seen","method":"POST","path":"/perform/seen","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{"recorded":"n"}]};
export const startAction: Call<typeof operations.startAction> = {"name":"perform.start","method":"POST","path":"/perform/{actionId}/start","idempotent":false,"versioned":false,"queueable":false,"answer":shape37};
export const recordPerform: Call<typeof operations.recordPerform> = {"name":"perform.record","method":"POST","path":"/perform/{actionId}","idempotent":true,"versioned":false,"queueable":true,"answer":shape37};
