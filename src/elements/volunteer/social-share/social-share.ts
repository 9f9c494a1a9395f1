import { SocialShareElement } from './social-share.element.js';

if (!customElements.get('social-share')) customElements.define('social-share', SocialShareElement);

declare global {
  interface HTMLElementTagNameMap {
    'social-share': SocialShareElement;
  }
}

export * from './social-share.element.js';
