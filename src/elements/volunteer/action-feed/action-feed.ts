import '../action-card/action-card.js';
import { ActionFeedElement } from './action-feed.element.js';

if (!customElements.get('action-feed')) customElements.define('action-feed', ActionFeedElement);

declare global {
  interface HTMLElementTagNameMap {
    'action-feed': ActionFeedElement;
  }
}

export * from './action-feed.element.js';
