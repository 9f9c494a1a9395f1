// Compiled from the contract by scripts/compile-calls.mjs. Do not edit.
import type { Call } from '../call.js';
import type * as operations from '../actions.js';
import { shape36 } from './shapes.js';

export type * from '../actions.js';
export const listActions: Call<typeof operations.listActions> = {"name":"actions.list","method":"GET","path":"/actions","idempotent":false,"versioned":false,"queueable":false,"answer":["o",{"items":["a",shape36],"nextCursor":["0","s"],"total":"n","counts":["o",{"draft":"n","scheduled":"n","published":"n","closed":"n","deleted":"n"}]}]};
export const getAction: Call<typeof operations.getAction> = {"name":"actions.get","method":"GET","path":"/actions/{id}","idempotent":false,"versioned":false,"queueable":false,"answer":shape36};
export const createAction: Call<typeof operations.createAction> = {"name":"actions.create","method":"POST","path":"/actions","idempotent":true,"versioned":false,"queueable":false,"answer":shape36};
export const updateAction: Call<typeof operations.updateAction> = {"name":"actions.update","method":"PUT","path":"/actions/{id}","idempotent":false,"versioned":true,"queueable":false,"answer":shape36};
export const copyAction: Call<typeof operations.copyAction> = {"name":"actions.copy","method":"POST","path":"/actions/{id}/copy","idempotent":true,"versioned":false,"queueable":false,"answer":shape36};
export const publishAction: Call<typeof operations.publishAction> = {"name":"actions.publish","method":"POST","path":"/actions/{id}/publish","idempotent":false,"versioned":true,"queueable":false,"answer":shape36};
export const scheduleAction: Call<typeof operations.scheduleAction> = {"name":"actions.schedule","method":"POST","path":"/actions/{id}/schedule","idempotent":false,"versioned":true,"queueable":false,"answer":shape36};
export const unscheduleAction: Call<typeof operations.unscheduleAction> = {"name":"actions.unschedule","method":"POST","path":"/actions/{id}/unschedule","idempotent":false,"versioned":true,"queueable":false,"answer":shape36};
export const sendAction: Call<typeof operations.sendAction> = {"name":"actions.send","method":"POST","path":"/actions/{id}/send","idempotent":true,"versioned":true,"queueable":false,"answer":["o",{"action":shape36,"deliveries":"n"}]};
export const closeAction: Call<typeof operations.closeAction> = {"name":"actions.close","method":"POST","path":"/actions/{id}/close","idempotent":false,"versioned":true,"queueable":false,"answer":shape36};
export const reopenAction: Call<typeof operations.reopenAction> = {"name":"actions.reopen","method":"POST","path":"/actions/{id}/reopen","idempotent":false,"versioned":true,"queueable":false,"answer":shape36};
export const deleteAction: Call<typeof operations.deleteAction> = {"name":"actions.delete","method":"DELETE","path":"/actions/{id}","idempotent":false,"versioned":true,"queueable":false,"answer":shape36};
export const featureAction: Call<typeof operations.featureAction> = {"name":"actions.feature","method":"PUT","path":"/actions/{id}/featured","idempotent":false,"versioned":true,"queueable":false,"answer":shape36};
