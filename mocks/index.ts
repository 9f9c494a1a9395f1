export * from './builders.js';
export * from './content-builder.js';
export * from './riverbend.js';
export { createHandlers, type HandlersOptions } from './handlers.js';
export { scenarios, type Scenario } from './scenarios.js';
