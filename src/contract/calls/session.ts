// Compiled from the contract by scripts/compile-calls.mjs. Do not edit.
import type { Call } from '../call.js';
import type * as operations from '../session.js';
import { shape3, shape39 } from './shapes.js';

export type * from '../session.js';
export const getSession: Call<typeof operations.getSession> = {"name":"session.get","method":"GET","path":"/session","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{"role":["l","visitor","volunteer","staff"],"userId":["0","s"],"firstName":["0","s"],"language":"s","campaign":["o",{"id":"s","name":"s","slogan":["d","s",""],"description":["d","s",""],"website":["d","s",""],"logo":shape3,"timeZone":"s","languages":["a","s"],"districtIds":["d",["a","s"],[]],"kinds":["a",shape39],"signUp":["d",["l","open","invited"],"open"]}]}]};
