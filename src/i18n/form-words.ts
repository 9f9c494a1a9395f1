import { defineWords } from './words.js';

/** Words around forms and the dialogs that ask before something is done. */
export const formWords = defineWords({
  en: {
    'form.cancel': 'Cancel',
    'form.required': 'required',
  },
  es: {
    'form.cancel': 'Cancelar',
    'form.required': 'obligatorio',
  },
});
