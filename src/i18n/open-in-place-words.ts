import { defineWords } from './words.js';

/** What is said around something that is loaded only when it is needed. */
export const openInPlaceWords = defineWords({
  en: {
    'open.failed': 'This part of the page did not arrive. If trying again does not help, reload the page.',
  },
  es: {
    'open.failed':
      'Esta parte de la página no llegó. Si al intentarlo de nuevo no funciona, recargue la página.',
  },
});
