export * from './encode-call.js';
export * from './fetch-handler.js';
export * from './find-route.js';
export * from './http-refusal.js';
export * from './openapi.js';
export * from './read-failure.js';
export * from './read-text.js';
