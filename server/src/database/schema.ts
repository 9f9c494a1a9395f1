import type { MessageTables } from '../delivery/message-tables.js';
import type { LimitsTables } from '../limits/limits-tables.js';
import type { MediaTables } from '../media/media-tables.js';
import type { IdentityTables } from '../identity/identity-tables.js';
import type { StoreTables } from './store-tables.js';

/** Every table of the server, for typed queries; each part is described beside what uses it. */
export interface Schema extends IdentityTables, LimitsTables, MediaTables, MessageTables, StoreTables {}
