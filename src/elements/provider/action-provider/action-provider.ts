import { ActionProviderElement } from './action-provider.element.js';

if (!customElements.get('action-provider')) customElements.define('action-provider', ActionProviderElement);

declare global {
  interface HTMLElementTagNameMap {
    'action-provider': ActionProviderElement;
  }
}

export * from './action-provider.element.js';
