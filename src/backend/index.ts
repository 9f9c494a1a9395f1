export {
  campaignData,
  type CampaignData,
  type CampaignDataInput,
  type Delivery,
} from './campaign-data-schema.js';
export { createBackend, type Backend, type BackendOptions } from './create-backend.js';
export { startDueTimer, type DueTimer } from './due-timer.js';
export type * from './ports.js';
export { seedStore } from './seed-store.js';
export { createIndexedDbStore, type IndexedDbOptions } from './stores/indexed-db.js';
export { createMemoryStore } from './stores/memory.js';
export type { LinkTemplates } from './work.js';
