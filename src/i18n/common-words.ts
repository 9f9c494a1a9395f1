import { defineWords } from './words.js';

/** Words that nearly every element shows. */
export const commonWords = defineWords({
  en: {
    'common.loading': 'Loading…',
    'common.retry': 'Try again',
    'common.cancel': 'Cancel',
    'common.close': 'Close',
    'common.back': 'Back',
    'common.required': 'required',
    'common.optional': 'optional',
    'common.stale': 'This may be out of date.',
    'common.noClient': 'This part of the page is not connected yet.',
    'common.copy': 'Copy',
    'common.copied': 'Copied',
    'common.copyFailed': 'Copying did not work. Select the text and copy it yourself.',
  },
  es: {
    'common.loading': 'Cargando…',
    'common.retry': 'Intentar de nuevo',
    'common.cancel': 'Cancelar',
    'common.close': 'Cerrar',
    'common.back': 'Volver',
    'common.required': 'obligatorio',
    'common.optional': 'opcional',
    'common.stale': 'Puede que esto no esté al día.',
    'common.noClient': 'Esta parte de la página aún no está conectada.',
    'common.copy': 'Copiar',
    'common.copied': 'Copiado',
    'common.copyFailed': 'No se pudo copiar. Seleccione el texto y cópielo usted.',
  },
});
