import type { ActionStatus, Visibility } from '../domain/action/action-schema.js';
import { defineWords } from './words.js';

/** What state an action is in, and who may see it. */
export const statusWords = defineWords({
  en: {
    'status.draft': 'Draft',
    'status.scheduled': 'Scheduled',
    'status.published': 'Published',
    'status.closed': 'Closed',
    'status.deleted': 'Deleted',
    'visibility.unpublished': 'Not published',
    'visibility.private': 'Private',
    'visibility.public': 'Public',
  } satisfies Record<`status.${ActionStatus}` | `visibility.${Visibility}`, string>,
  es: {
    'status.draft': 'Borrador',
    'status.scheduled': 'Programada',
    'status.published': 'Publicada',
    'status.closed': 'Cerrada',
    'status.deleted': 'Eliminada',
    'visibility.unpublished': 'Sin publicar',
    'visibility.private': 'Privada',
    'visibility.public': 'Pública',
  },
});
