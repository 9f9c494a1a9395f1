// Compiled from the contract by scripts/compile-calls.mjs. Do not edit.
import type { Call } from '../call.js';
import type * as operations from '../feed.js';
import { shape38 } from './shapes.js';

export type * from '../feed.js';
export const listFeed: Call<typeof operations.listFeed> = {"name":"feed.list","method":"GET","path":"/feed","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{"items":["a",shape38],"nextCursor":["0","s"],"total":"n"}]};
export const getFeedAction: Call<typeof operations.getFeedAction> = {"name":"feed.get","method":"GET","path":"/feed/{id}","idempotent":false,"versioned":false,"queueable":false,"answer":shape38};
