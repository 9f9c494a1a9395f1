import type { MediaTables } from '../media/media-tables.js';
import type { IdentityTables } from '../identity/identity-tables.js';
import type { StoreTables } from './store-tables.js';

/** Every table of the server, for typed queries; each part is described beside what uses it. */
export interface Schema extends IdentityTables, MediaTables, StoreTables {}
