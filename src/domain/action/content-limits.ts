/** How long the texts of an action may be, in characters. */
export const TITLE_LIMIT = 10_000;
export const DESCRIPTION_LIMIT = 20_000;
export const MESSAGE_LIMIT = 10_000;
export const START_LABEL_LIMIT = 100;
