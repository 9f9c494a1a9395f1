/** Every element, registered. */
export * from './volunteer.js';
export * from './admin.js';
