/** What a snippet is about. All of it is text, whatever characters are in it. */
export interface SnippetSource {
  readonly token: string;
  readonly webLink: string;
  /** What the link says. */
  readonly title: string;
  /** The script that registers the elements and connects them. */
  readonly scriptUrl: string;
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it is written in HTML, between tags as well as in a quoted attribute. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character);

/** HTML for a plain link. */
export const linkSnippet = ({ webLink, title }: SnippetSource): string =>
  `<a href="${escapeMarkup(webLink)}">${escapeMarkup(title)}</a>`;

/** HTML for the whole action; the plain link inside is what shows where the script does not arrive. */
export const elementSnippet = (source: SnippetSource): string =>
  [
    `<script type="module" src="${escapeMarkup(source.scriptUrl)}"></script>`,
    `<action-page share-token="${escapeMarkup(source.token)}">`,
    `  ${linkSnippet(source)}`,
    '</action-page>',
  ].join('\n');
