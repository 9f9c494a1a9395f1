import type { FieldIssueCode } from '../domain/values/field-issue-schema.js';
import { defineWords } from './words.js';

/** What is wrong with a field. A new code does not compile until it has words in both languages. */
export const issueWords = defineWords({
  en: {
    'issue.required': 'This is required.',
    'issue.too-long': 'This is too long. The limit is {limit} characters.',
    'issue.too-many': 'This is too many. The limit is {limit}.',
    'issue.invalid': 'This is not valid.',
    'issue.unsafe-link': 'Enter a full web address that starts with https:// or http://.',
    'issue.in-the-past': 'Choose a time in the future.',
    'issue.unknown-reference': 'This is no longer available. Choose another one.',
    'issue.not-allowed': 'This is not allowed here.',
  } satisfies Record<`issue.${FieldIssueCode}`, string>,
  es: {
    'issue.required': 'Este campo es obligatorio.',
    'issue.too-long': 'Es demasiado largo. El límite es de {limit} caracteres.',
    'issue.too-many': 'Son demasiados. El límite es {limit}.',
    'issue.invalid': 'Esto no es válido.',
    'issue.unsafe-link': 'Escriba una dirección web completa que empiece con https:// o http://.',
    'issue.in-the-past': 'Elija una hora futura.',
    'issue.unknown-reference': 'Ya no está disponible. Elija otra opción.',
    'issue.not-allowed': 'Aquí no está permitido.',
  },
});
