// Compiled from the contract by scripts/compile-calls.mjs. Do not edit.
import type { Call } from '../call.js';
import type * as operations from '../sign-in.js';

export type * from '../sign-in.js';
export const requestCode: Call<typeof operations.requestCode> = {"name":"signIn.request","method":"POST","path":"/sign-in/codes","idempotent":true,"versioned":false,"queueable":false,"answer":["o",{}]};
export const exchangeCode: Call<typeof operations.exchangeCode> = {"name":"signIn.exchange","method":"POST","path":"/sign-in/sessions","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{"token":"s","expiresAt":"s","userId":"s"}]};
export const renewSession: Call<typeof operations.renewSession> = {"name":"signIn.renew","method":"POST","path":"/session/renewal","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{"token":"s","expiresAt":"s"}]};
export const endSession: Call<typeof operations.endSession> = {"name":"signIn.end","method":"POST","path":"/session/end","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{}]};
