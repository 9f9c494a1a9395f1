/** Longer than what a card shows at once: in characters, or in lines that the author has broken. */
const MANY_CHARACTERS = 220;
const MANY_LINES = 5;

/** Whether a text is too long for a card, which then offers to show the rest. */
export const isLongText = (text: string): boolean =>
  text.length > MANY_CHARACTERS || text.split('\n', MANY_LINES + 1).length > MANY_LINES;
