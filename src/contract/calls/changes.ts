// Compiled from the contract by scripts/compile-calls.mjs. Do not edit.
import type { Call } from '../call.js';
import type * as operations from '../changes.js';

export type * from '../changes.js';
export const listChanges: Call<typeof operations.listChanges> = {"name":"changes.list","method":"GET","path":"/changes","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{"cursor":"s","changes":["a",["o",{"topic":["l","actions","results"],"actionId":["0","s"]}]]}]};
