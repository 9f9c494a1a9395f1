import { LitElement, css, html } from 'lit';

/** A stretch of a dark page: elements have no background of their own, they sit on what is around them. */
class DarkPageElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
      padding: 1rem;
      background: Canvas;
      color: CanvasText;
      color-scheme: dark;
    }
  `;

  protected override render() {
    return html`<slot></slot>`;
  }
}

if (!customElements.get('dark-page')) customElements.define('dark-page', DarkPageElement);
