/** Classes, events, types and factories. Importing it registers nothing and touches no page. */
export { createClient, type CreateClientOptions } from './client/create-client.js';
export type { CallOptions, Client, Submission, Transport } from './contract/client.js';
export { ClientError, type ClientErrorCode } from './contract/client-error.js';
export { configure } from './controllers/client-source.js';
export type { Strings, Word } from './i18n/words.js';
export { registerElements, type RegisterOptions } from './register-elements.js';
export { VERSION } from './version.js';

export * from './events/action-events.js';
export * from './events/event-families.js';
export * from './events/failure-events.js';
export * from './events/field-events.js';
export * from './events/load-events.js';
export * from './events/manage-events.js';
export * from './events/manager-events.js';
export * from './events/session-events.js';
export * from './events/share-events.js';

export * from './elements/admin/action-editor/action-editor.element.js';
export * from './elements/admin/action-manager/action-manager.element.js';
export * from './elements/admin/publish-panel/publish-panel.element.js';
export * from './elements/admin/results-panel/results-panel.element.js';
export * from './elements/admin/share-options/share-options.element.js';
export * from './elements/provider/action-provider/action-provider.element.js';
export type { Appearance } from './elements/provider/action-provider/apply-appearance.js';
export * from './elements/volunteer/action-card/action-card.element.js';
export * from './elements/volunteer/action-feed/action-feed.element.js';
export * from './elements/volunteer/action-page/action-page.element.js';
export * from './elements/volunteer/open-webpage/open-webpage.element.js';
export * from './elements/volunteer/social-share/social-share.element.js';
export * from './elements/volunteer/volunteer-sign-in/volunteer-sign-in.element.js';
