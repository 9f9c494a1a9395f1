import '../../volunteer/action-card/action-card.js';
import { ActionEditorElement } from './action-editor.element.js';

if (!customElements.get('action-editor')) customElements.define('action-editor', ActionEditorElement);

declare global {
  interface HTMLElementTagNameMap {
    'action-editor': ActionEditorElement;
  }
}

export * from './action-editor.element.js';
