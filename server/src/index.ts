export { createServer, type GroundswellServer, type ServerOptions } from './create-server.js';
export { readSettings, SettingsError, type Environment } from './config/read-settings.js';
export type * from './config/settings.js';
export type { Database } from './database/database.js';
export { lockFolder } from './database/lock-folder.js';
export { migrate } from './database/migrate.js';
export { openDatabase } from './database/open-database.js';
export { openDemo, type Demo, type DemoOptions } from './demo/open-demo.js';
