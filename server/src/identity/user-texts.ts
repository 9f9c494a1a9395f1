/** By what a person is searched for and sorted: without case and accents, as the stores of the elements have it. */
export function userTexts({ firstName, lastName, email }: PersonText): {
  readonly search_text: string;
  readonly sort_text: string;
} {
  const texts = [`${firstName} ${lastName}`, email ?? ''];
  return {
    search_text: texts.map(fold).join('\n'),
    sort_text: fold(`${lastName} ${firstName}`.slice(0, 80)).slice(0, 40),
  };
}

interface PersonText {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
