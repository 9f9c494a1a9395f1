import { CODE_LASTS } from '../../domain/sign-in/code-decisions.js';
import { primaryLanguage, type Language } from '../../domain/values/language-schema.js';

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

interface SignInMail {
  /** The name of the campaign. */
  readonly name: string;
  readonly language: Language;
  /** The code, or null for an address without an account, where only those who are invited have one. */
  readonly code: string | null;
}

const MINUTES = CODE_LASTS / 60_000;

/** The mail to somebody who wants to sign in, as plain text, in the nearest language that there is. */
export function signInMail({ name, language, code }: SignInMail): Mail {
  const say = primaryLanguage(language) === 'es' ? SPANISH : ENGLISH;
  const campaign = onOneLine(name);
  return { subject: say.subject(campaign), text: say.text(campaign, code).join('\n\n') };
}

interface Words {
  readonly subject: (name: string) => string;
  readonly text: (name: string, code: string | null) => readonly string[];
}

const ENGLISH: Words = {
  subject: (name) => `Signing in to ${name}`,
  text: (name, code) =>
    code === null
      ? [
          `Somebody, probably you, wants to sign in to ${name} with this e-mail address.`,
          'There is no account with this address. Perhaps you were invited at another one; if not, ask those who invited you.',
          'If it was not you, you need not do anything.',
        ]
      : [
          `${code} is your code to sign in to ${name}.`,
          `It works once, within ${MINUTES} minutes. Nobody will ever ask you for it: don’t pass it on.`,
          'If it was not you who asked for it, you need not do anything.',
        ],
};

const SPANISH: Words = {
  subject: (name) => `Iniciar sesión en ${name}`,
  text: (name, code) =>
    code === null
      ? [
          `Alguien, probablemente usted, quiere iniciar sesión en ${name} con este correo electrónico.`,
          'No hay ninguna cuenta con esta dirección. Quizá le invitaron en otra; si no, pregunte a quien le invitó.',
          'Si no fue usted, no tiene que hacer nada.',
        ]
      : [
          `${code} es su código para iniciar sesión en ${name}.`,
          `Sirve una sola vez, durante ${MINUTES} minutos. Nadie se lo pedirá nunca: no lo comparta.`,
          'Si no lo pidió usted, no tiene que hacer nada.',
        ],
};

/** What somebody calls a campaign may hold line breaks, which end a header. */
const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
