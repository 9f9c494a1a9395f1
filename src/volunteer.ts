/** The provider and everything that volunteers see, registered. */
export * from './elements/provider/action-provider/action-provider.js';
export * from './elements/volunteer/action-card/action-card.js';
export * from './elements/volunteer/action-feed/action-feed.js';
export * from './elements/volunteer/action-page/action-page.js';
export * from './elements/volunteer/open-webpage/open-webpage.js';
export * from './elements/volunteer/social-share/social-share.js';
export * from './elements/volunteer/volunteer-sign-in/volunteer-sign-in.js';
