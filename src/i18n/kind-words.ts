import type { ActionKind } from '../domain/action/action-kind.js';
import { defineWords } from './words.js';

/** The kinds of action by name, and what each asks of volunteers. */
export const kindWords = defineWords({
  en: {
    'kind.peer_to_peer': 'Peer to Peer',
    'kind.friend_to_friend': 'Friend to Friend',
    'kind.canvassing': 'Canvassing',
    'kind.social_sharing': 'Social Sharing',
    'kind.video_stories': 'Video Stories',
    'kind.survey': 'Survey',
    'kind.open_webpage': 'Open a Webpage',
    'kind.voter_registration': 'Voter Registration',
  } satisfies Record<`kind.${ActionKind}`, string>,
  es: {
    'kind.peer_to_peer': 'De persona a persona',
    'kind.friend_to_friend': 'De amigo a amigo',
    'kind.canvassing': 'Visitas y llamadas',
    'kind.social_sharing': 'Compartir en redes',
    'kind.video_stories': 'Historias en video',
    'kind.survey': 'Encuesta',
    'kind.open_webpage': 'Abrir una página web',
    'kind.voter_registration': 'Registro de votantes',
  },
});
