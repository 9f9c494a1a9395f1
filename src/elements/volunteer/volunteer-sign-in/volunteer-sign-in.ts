import { VolunteerSignInElement } from './volunteer-sign-in.element.js';

if (!customElements.get('volunteer-sign-in'))
  customElements.define('volunteer-sign-in', VolunteerSignInElement);

declare global {
  interface HTMLElementTagNameMap {
    'volunteer-sign-in': VolunteerSignInElement;
  }
}

export * from './volunteer-sign-in.element.js';
