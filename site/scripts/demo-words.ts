import type { PersonKey } from './people.js';

export type DemoLanguage = 'en' | 'es';

interface DemoWords {
  readonly person: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  readonly startOver: string;
  readonly outbox: string;
  readonly whoAreYou: string;
  readonly visitor: string;
  readonly signedIn: string;
  readonly whyAsked: string;
  readonly whyAskedBesideCodes: string;
  readonly cancel: string;
  readonly roles: Readonly<Record<PersonKey, string>>;
  readonly organizersOnly: string;
  readonly beTheOrganizer: string;
  readonly failed: string;
  readonly retry: string;
}

/** The words of the demonstration itself, which is not part of what a partner embeds. */
export const DEMO_WORDS: Readonly<Record<DemoLanguage, DemoWords>> = {
  en: {
    person: 'You are',
    language: 'Language',
    theme: 'Theme',
    themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
    startOver: 'Start over',
    outbox: 'Outbox',
    whoAreYou: 'Who are you?',
    visitor: 'a visitor',
    signedIn: 'signed in',
    whyAsked: 'On a real site you would sign in here. In this demonstration you choose.',
    whyAskedBesideCodes:
      'In this demonstration you may choose. A visitor signs in with any e-mail address: the code is in the outbox.',
    cancel: 'Not now',
    roles: {
      visitor: 'A visitor without an account',
      volunteer: 'A volunteer, in English',
      voluntaria: 'A volunteer, in Spanish',
      organizer: 'An organizer',
    },
    organizersOnly: 'This page is for organizers.',
    beTheOrganizer: 'Be the organizer',
    failed: 'The demonstration could not start.',
    retry: 'Try again',
  },
  es: {
    person: 'Eres',
    language: 'Idioma',
    theme: 'Tema',
    themes: { auto: 'Automático', light: 'Claro', dark: 'Oscuro' },
    startOver: 'Reiniciar',
    outbox: 'Bandeja de salida',
    whoAreYou: '¿Quién eres?',
    visitor: 'visitante',
    signedIn: 'alguien con cuenta',
    whyAsked: 'En un sitio real iniciarías sesión aquí. En esta demostración eliges.',
    whyAskedBesideCodes:
      'En esta demostración puedes elegir. Quien visita inicia sesión con cualquier correo: el código está en la bandeja de salida.',
    cancel: 'Ahora no',
    roles: {
      visitor: 'Visitante sin cuenta',
      volunteer: 'Voluntaria, en inglés',
      voluntaria: 'Voluntaria, en español',
      organizer: 'Organizador',
    },
    organizersOnly: 'Esta página es para quienes organizan.',
    beTheOrganizer: 'Ser el organizador',
    failed: 'La demostración no pudo empezar.',
    retry: 'Intentar de nuevo',
  },
};
