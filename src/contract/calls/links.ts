// Compiled from the contract by scripts/compile-calls.mjs. Do not edit.
import type { Call } from '../call.js';
import type * as operations from '../links.js';
import { shape38 } from './shapes.js';

export type * from '../links.js';
export const getShareLinks: Call<typeof operations.getShareLinks> = {"name":"links.share","method":"GET","path":"/actions/{actionId}/links","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{"token":"s","web":"s","app":["0","s"]}]};
export const getReferralLink: Call<typeof operations.getReferralLink> = {"name":"links.referral","method":"GET","path":"/perform/{actionId}/referral","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{"code":"s","url":"s"}]};
export const resolveShareToken: Call<typeof operations.resolveShareToken> = {"name":"links.resolve","method":"GET","path":"/links/{shareToken}","idempotent":false,"versioned":false,"queueable":false,"answer":shape38};
export const recordClick: Call<typeof operations.recordClick> = {"name":"links.click","method":"POST","path":"/links/{code}/click","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{"url":"s"}]};
