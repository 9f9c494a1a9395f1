import { defineWords } from './words.js';

/** What a card says around the organizer's own words. */
export const actionCardWords = defineWords({
  en: {
    'card.featured': 'Featured',
    'card.done': 'Done',
    'card.waiting': 'Waiting to send',
    'card.closesSoon': 'Closes {date}',
    'card.closed': 'Closed',
    'card.more': 'Show more',
    'card.less': 'Show less',
    'card.tip': 'Tip',
  },
  es: {
    'card.featured': 'Destacada',
    'card.done': 'Hecha',
    'card.waiting': 'Pendiente de envío',
    'card.closesSoon': 'Cierra el {date}',
    'card.closed': 'Cerrada',
    'card.more': 'Ver más',
    'card.less': 'Ver menos',
    'card.tip': 'Consejo',
  },
});
