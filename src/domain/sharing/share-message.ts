/** Text and link as one message: the link on a line of its own, unless the text has it already. */
export function joinMessage(text: string, link: string): string {
  if (link === '' || text.includes(link)) return text;
  return text === '' ? link : `${text}\n${link}`;
}
