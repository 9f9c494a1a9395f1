import type { Network } from '../domain/sharing/network.js';
import { defineWords } from './words.js';

/** Where something can be shared, by name. */
export const networkWords = defineWords({
  en: {
    'network.x': 'X (Twitter)',
    'network.facebook': 'Facebook',
    'network.whatsapp': 'WhatsApp',
    'network.telegram': 'Telegram',
    'network.bluesky': 'Bluesky',
    'network.threads': 'Threads',
    'network.linkedin': 'LinkedIn',
    'network.reddit': 'Reddit',
    'network.email': 'E-mail',
    'network.sms': 'Text message',
    'network.native': 'Share menu of the device',
    'network.copy': 'Copy',
    'network.qr': 'QR code',
  } satisfies Record<`network.${Network}`, string>,
  es: {
    'network.x': 'X (Twitter)',
    'network.facebook': 'Facebook',
    'network.whatsapp': 'WhatsApp',
    'network.telegram': 'Telegram',
    'network.bluesky': 'Bluesky',
    'network.threads': 'Threads',
    'network.linkedin': 'LinkedIn',
    'network.reddit': 'Reddit',
    'network.email': 'Correo electrónico',
    'network.sms': 'Mensaje de texto',
    'network.native': 'Menú para compartir del dispositivo',
    'network.copy': 'Copiar',
    'network.qr': 'Código QR',
  },
});
