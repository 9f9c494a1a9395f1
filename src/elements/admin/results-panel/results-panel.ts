import { ResultsPanelElement } from './results-panel.element.js';

if (!customElements.get('results-panel')) customElements.define('results-panel', ResultsPanelElement);

declare global {
  interface HTMLElementTagNameMap {
    'results-panel': ResultsPanelElement;
  }
}

export * from './results-panel.element.js';
