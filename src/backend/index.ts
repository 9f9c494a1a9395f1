export {
  campaignData,
  toAction,
  type CampaignData,
  type CampaignDataInput,
  type Delivery,
} from './campaign-data-schema.js';
export {
  checkCampaignFile,
  describeProblems,
  type CampaignFileCheck,
  type CampaignFileProblem,
} from './campaign-file/check-campaign-file.js';
export { createBackend, type Backend, type BackendOptions } from './create-backend.js';
export { deliveryEvents } from './delivery-events.js';
export { startDueTimer, type DueTimer } from './due-timer.js';
export type * from './ports.js';
export { seedStore } from './seed-store.js';
export type { SignToken, TokenClaims } from './session-token.js';
export { badCursor, readCursor, writeCursor } from './stores/cursor.js';
export { foldText, sortText } from './stores/fold-text.js';
export { createIndexedDbStore, type IndexedDbOptions } from './stores/indexed-db.js';
export { createMemoryStore } from './stores/memory.js';
export type { PageStore } from './stores/store-over-engine.js';
export type { LinkTemplates } from './work.js';
