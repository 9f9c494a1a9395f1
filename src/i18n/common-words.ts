import { defineWords } from './words.js';

/** Words that nearly every element shows. */
export const commonWords = defineWords({
  en: {
    'common.loading': 'Loading…',
    'common.retry': 'Try again',
    'common.close': 'Close',
    'common.stale': 'This may be out of date.',
    'common.noClient': 'This part of the page is not connected yet.',
  },
  es: {
    'common.loading': 'Cargando…',
    'common.retry': 'Intentar de nuevo',
    'common.close': 'Cerrar',
    'common.stale': 'Puede que esto no esté al día.',
    'common.noClient': 'Esta parte de la página aún no está conectada.',
  },
});
