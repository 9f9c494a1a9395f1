import { ActionCardElement } from './action-card.element.js';

if (!customElements.get('action-card')) customElements.define('action-card', ActionCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'action-card': ActionCardElement;
  }
}

export * from './action-card.element.js';
