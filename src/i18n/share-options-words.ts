import { defineWords } from './words.js';

/** What is said around the links to an action. */
export const shareOptionsWords = defineWords({
  en: {
    'links.heading': 'Share options',
    'links.hint':
      'Paste a link into an e-mail, a post or a web page. Whoever is not signed in is asked to sign in first, where the action needs it.',
    'links.private': 'This action is private. Whoever gets one of these links can take part all the same.',
    'links.closed': 'This action is closed. The links say so until you reopen it.',
    'links.web': 'Web link',
    'links.app': 'App link',
    'links.open': 'Open',
    'links.copyWeb': 'Copy the web link',
    'links.copyApp': 'Copy the app link',
    'links.qr': 'QR code',
    'links.qrLabel': 'QR code that leads to {host}',
    'links.qrHint': 'For flyers, slides and door hangers. It leads to the web link.',
    'links.qrFailed': 'The QR code could not be drawn.',
    'links.download': 'Download (SVG)',
    'links.embed': 'Put it on a web page',
    'links.embedElement': 'The whole action',
    'links.embedElementHint':
      'For pages that allow scripts. Where the elements do not load, visitors see the plain link.',
    'links.embedLink': 'A plain link',
    'links.embedLinkHint': 'For newsletters, and for page editors that remove scripts.',
    'links.copyCode': 'Copy the code',
    'links.notYet': 'The links appear here once this action is published',
    'links.notYetHint': 'For a private action: once it has been sent to somebody. You don’t need to reload.',
    'links.deleted': 'This action has been deleted, and its links with it.',
    'links.untitled': 'Take part',
    'links.ready': 'The links to this action are ready.',
  },
  es: {
    'links.heading': 'Opciones para compartir',
    'links.hint':
      'Pegue un enlace en un correo, una publicación o una página web. Quien no haya iniciado sesión tendrá que hacerlo primero, si la acción lo requiere.',
    'links.private':
      'Esta acción es privada. Quien reciba uno de estos enlaces puede participar de todos modos.',
    'links.closed': 'Esta acción está cerrada. Los enlaces lo indican hasta que usted la reabra.',
    'links.web': 'Enlace web',
    'links.app': 'Enlace de la app',
    'links.open': 'Abrir',
    'links.copyWeb': 'Copiar el enlace web',
    'links.copyApp': 'Copiar el enlace de la app',
    'links.qr': 'Código QR',
    'links.qrLabel': 'Código QR que lleva a {host}',
    'links.qrHint': 'Para volantes, presentaciones y colgadores de puerta. Lleva al enlace web.',
    'links.qrFailed': 'No se pudo dibujar el código QR.',
    'links.download': 'Descargar (SVG)',
    'links.embed': 'Ponerla en una página web',
    'links.embedElement': 'La acción completa',
    'links.embedElementHint':
      'Para páginas que permiten scripts. Donde los elementos no se carguen, se verá el enlace sencillo.',
    'links.embedLink': 'Un enlace sencillo',
    'links.embedLinkHint': 'Para boletines y para editores de páginas que eliminan los scripts.',
    'links.copyCode': 'Copiar el código',
    'links.notYet': 'Los enlaces aparecerán aquí cuando se publique esta acción',
    'links.notYetHint':
      'Si es una acción privada: cuando se haya enviado a alguien. No hace falta recargar la página.',
    'links.deleted': 'Esta acción fue eliminada, y sus enlaces también.',
    'links.untitled': 'Participar',
    'links.ready': 'Los enlaces de esta acción están listos.',
  },
});
