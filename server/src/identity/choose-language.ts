import { language, type Language } from '@groundswell/elements/domain';

/** As much of the header as anybody needs; the rest is not looked at. */
const READ = 500;

/** The language that somebody would like best (`Accept-Language`, RFC 9110), or undefined where they do not say. */
export function chooseLanguage(header: string | null): Language | undefined {
  const wishes = (header ?? '')
    .slice(0, READ)
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim());
      const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => quality > 0 && language.safeParse(tag).success);
  return wishes.sort((a, b) => b.quality - a.quality)[0]?.tag;
}
