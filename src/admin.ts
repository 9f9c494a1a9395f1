/** The provider and everything that organizers see, registered. */
export * from './elements/provider/action-provider/action-provider.js';
export * from './elements/admin/action-editor/action-editor.js';
export * from './elements/admin/action-manager/action-manager.js';
export * from './elements/admin/publish-panel/publish-panel.js';
export * from './elements/admin/results-panel/results-panel.js';
export * from './elements/admin/share-options/share-options.js';
