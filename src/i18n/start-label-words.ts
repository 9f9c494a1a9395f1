import type { StartLabelPreset } from '../domain/action/start-label.js';
import { defineWords } from './words.js';

/** The ready-made texts of the start button. */
export const startLabelWords = defineWords({
  en: {
    'startLabel.start': 'Start',
    'startLabel.learn_more': 'Learn more',
    'startLabel.find_friends': 'Find friends',
    'startLabel.share': 'Share',
    'startLabel.repost': 'Repost',
    'startLabel.sign_up': 'Sign up',
    'startLabel.take_survey': 'Take the survey',
    'startLabel.record': 'Record a video',
    'startLabel.register': 'Register to vote',
    'startLabel.rsvp': 'RSVP',
  } satisfies Record<`startLabel.${StartLabelPreset}`, string>,
  es: {
    'startLabel.start': 'Empezar',
    'startLabel.learn_more': 'Más información',
    'startLabel.find_friends': 'Buscar amigos',
    'startLabel.share': 'Compartir',
    'startLabel.repost': 'Republicar',
    'startLabel.sign_up': 'Inscribirse',
    'startLabel.take_survey': 'Responder la encuesta',
    'startLabel.record': 'Grabar un video',
    'startLabel.register': 'Registrarse para votar',
    'startLabel.rsvp': 'Confirmar asistencia',
  },
});
