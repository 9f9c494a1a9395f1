import { defineWords } from './words.js';

/** What the feed says around its cards. */
export const actionFeedWords = defineWords({
  en: {
    'feed.heading': 'Explore actions',
    'feed.search': 'Search actions',
    'feed.kind': 'Kind of action',
    'feed.allKinds': 'All kinds',
    'feed.more': 'Load more',
    'feed.count': { one: '{count} action', other: '{count} actions' },
    'feed.loaded': { one: '{count} more loaded', other: '{count} more loaded' },
    'feed.empty': 'There is nothing to do right now',
    'feed.emptyHint': 'New actions appear here as soon as they are published.',
    'feed.noMatch': 'No actions match',
    'feed.noMatchHint': 'Try other words, or look at all actions.',
    'feed.showAll': 'Show all actions',
  },
  es: {
    'feed.heading': 'Explorar acciones',
    'feed.search': 'Buscar acciones',
    'feed.kind': 'Tipo de acción',
    'feed.allKinds': 'Todos los tipos',
    'feed.more': 'Cargar más',
    'feed.count': { one: '{count} acción', other: '{count} acciones' },
    'feed.loaded': { one: 'Se cargó {count} más', other: 'Se cargaron {count} más' },
    'feed.empty': 'Ahora no hay nada que hacer',
    'feed.emptyHint': 'Las acciones nuevas aparecen aquí en cuanto se publican.',
    'feed.noMatch': 'Ninguna acción coincide',
    'feed.noMatchHint': 'Pruebe con otras palabras o vea todas las acciones.',
    'feed.showAll': 'Ver todas las acciones',
  },
});
