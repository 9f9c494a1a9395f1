import { defineWords } from './words.js';

/** What is said around a page that opens elsewhere. */
export const openWebpageWords = defineWords({
  en: {
    'webpage.leads': 'This leads to {host}',
    'webpage.leadsHint': 'It opens in a new tab. Come back here when you are done.',
    'webpage.open': 'Open {host}',
    'webpage.again': 'Open it again',
    'webpage.newTab': 'opens in a new tab',
    'webpage.unsafe': 'This action has no link that is safe to open.',
    'webpage.unsafeHint': 'Tell the people who invited you; there is nothing wrong on your side.',
    'webpage.away': 'When you are done there, come back to this tab.',
    'webpage.question': 'Did you finish?',
    'webpage.yes': 'Yes, I finished',
    'webpage.no': 'Not yet',
    'webpage.finished': 'Great, thank you!',
    'webpage.notFinished': 'No problem. The link stays here for when you have time.',
    'webpage.waiting': 'It is kept on this device and will be sent once the network is back.',
    'webpage.notRecorded': 'It could not be recorded.',
  },
  es: {
    'webpage.leads': 'Esto lleva a {host}',
    'webpage.leadsHint': 'Se abre en otra pestaña. Vuelva aquí cuando termine.',
    'webpage.open': 'Abrir {host}',
    'webpage.again': 'Abrirla de nuevo',
    'webpage.newTab': 'se abre en otra pestaña',
    'webpage.unsafe': 'Esta acción no tiene un enlace seguro.',
    'webpage.unsafeHint': 'Avise a quien le invitó; de su lado todo está bien.',
    'webpage.away': 'Cuando termine allí, vuelva a esta pestaña.',
    'webpage.question': '¿Terminó?',
    'webpage.yes': 'Sí, terminé',
    'webpage.no': 'Todavía no',
    'webpage.finished': '¡Excelente, gracias!',
    'webpage.notFinished': 'No hay problema. El enlace queda aquí para cuando tenga tiempo.',
    'webpage.waiting': 'Se guarda en este dispositivo y se enviará cuando vuelva la conexión.',
    'webpage.notRecorded': 'No se pudo registrar.',
  },
});
