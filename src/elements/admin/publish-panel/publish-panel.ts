import { PublishPanelElement } from './publish-panel.element.js';

if (!customElements.get('publish-panel')) customElements.define('publish-panel', PublishPanelElement);

declare global {
  interface HTMLElementTagNameMap {
    'publish-panel': PublishPanelElement;
  }
}

export * from './publish-panel.element.js';
