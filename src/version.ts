/** The version of the package, for words about two of them on one page. */
export const VERSION = '0.1.0';
