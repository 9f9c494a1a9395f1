import { ActionManagerElement } from './action-manager.element.js';

if (!customElements.get('action-manager')) customElements.define('action-manager', ActionManagerElement);

declare global {
  interface HTMLElementTagNameMap {
    'action-manager': ActionManagerElement;
  }
}

export * from './action-manager.element.js';
