/** Any text as one part of an address. Half a character, which nothing can encode, becomes the replacement character. */
export const encodePart = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));
