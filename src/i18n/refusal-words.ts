import type { TransitionRefusal } from '../domain/action/lifecycle.js';
import { defineWords } from './words.js';

/** Why something can't be done with an action. A new reason does not compile until it has words in both languages. */
export const refusalWords = defineWords({
  en: {
    'refusal.deleted': 'This action has been deleted. You can still copy it.',
    'refusal.closed': 'This action is closed. Reopen it first.',
    'refusal.not-published': 'This action has not been published yet.',
    'refusal.already-published': 'This action is already published.',
    'refusal.already-public': 'This action is already public.',
    'refusal.public-stays-public': 'A public action cannot be made private again.',
    'refusal.not-scheduled': 'This action is not scheduled.',
    'refusal.not-due': 'The time to publish has not come yet.',
    'refusal.not-closed': 'Only a closed action can be reopened.',
    'refusal.already-closed': 'This action is already closed.',
    'refusal.in-the-past': 'Choose a time in the future.',
    'refusal.incomplete': 'Something is still missing. Fill in the required fields first.',
    'refusal.nobody-selected': 'Choose at least one list or person first.',
  } satisfies Record<`refusal.${TransitionRefusal}`, string>,
  es: {
    'refusal.deleted': 'Esta acción fue eliminada. Todavía puede copiarla.',
    'refusal.closed': 'Esta acción está cerrada. Primero vuelva a abrirla.',
    'refusal.not-published': 'Esta acción aún no se ha publicado.',
    'refusal.already-published': 'Esta acción ya está publicada.',
    'refusal.already-public': 'Esta acción ya es pública.',
    'refusal.public-stays-public': 'Una acción pública no puede volver a ser privada.',
    'refusal.not-scheduled': 'Esta acción no está programada.',
    'refusal.not-due': 'Todavía no es hora de publicarla.',
    'refusal.not-closed': 'Solo se puede reabrir una acción cerrada.',
    'refusal.already-closed': 'Esta acción ya está cerrada.',
    'refusal.in-the-past': 'Elija una hora futura.',
    'refusal.incomplete': 'Todavía falta algo. Primero complete los campos obligatorios.',
    'refusal.nobody-selected': 'Primero elija al menos una lista o una persona.',
  },
});
