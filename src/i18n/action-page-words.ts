import { defineWords } from './words.js';

/** What the page of one action says from its first look to the next action. */
export const actionPageWords = defineWords({
  en: {
    'page.continue': 'Continue',
    'page.back': 'Back to the description',
    'page.closed': 'This action is closed. Thank you for looking in.',
    'page.unavailable': 'This action is not available',
    'page.unavailableHint':
      'It may have ended or been removed, or the link is not complete. There is more you can do below.',
    'page.signIn': 'Sign in',
    'page.signInTitle': 'Please sign in to take part',
    'page.signInHint': 'You come right back to this action.',
    'page.notHere': 'This action cannot be done on this page yet',
    'page.notHereHint': 'Ask the people who invited you how to take part.',
    'page.thanks': 'Thank you!',
    'page.thanksName': 'Thank you, {name}!',
    'page.counted': {
      one: 'It counts: you have done this once.',
      other: 'It counts: you have done this {count} times.',
    },
    'page.recorded': 'It is recorded.',
    'page.waiting': 'Almost there',
    'page.waitingHint': 'It is kept on this device and will be sent as soon as the network is back.',
    'page.next': 'What you can do next',
    'page.others': 'Other actions',
    'page.allDone': 'You have done everything there is right now.',
  },
  es: {
    'page.continue': 'Continuar',
    'page.back': 'Volver a la descripción',
    'page.closed': 'Esta acción está cerrada. Gracias por su interés.',
    'page.unavailable': 'Esta acción no está disponible',
    'page.unavailableHint':
      'Puede que haya terminado o se haya eliminado, o que el enlace esté incompleto. Abajo hay más que puede hacer.',
    'page.signIn': 'Iniciar sesión',
    'page.signInTitle': 'Inicie sesión para participar',
    'page.signInHint': 'Después volverá a esta misma acción.',
    'page.notHere': 'Esta acción aún no se puede hacer en esta página',
    'page.notHereHint': 'Pregunte a quien le invitó cómo puede participar.',
    'page.thanks': '¡Gracias!',
    'page.thanksName': '¡Gracias, {name}!',
    'page.counted': {
      one: 'Cuenta: ya lo hizo una vez.',
      other: 'Cuenta: ya lo hizo {count} veces.',
    },
    'page.recorded': 'Quedó registrado.',
    'page.waiting': 'Casi listo',
    'page.waitingHint': 'Se guarda en este dispositivo y se enviará en cuanto vuelva la conexión.',
    'page.next': 'Lo que puede hacer ahora',
    'page.others': 'Otras acciones',
    'page.allDone': 'Ya hizo todo lo que hay por ahora.',
  },
});
