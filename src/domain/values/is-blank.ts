/** White space, and characters that take part in text but show nothing, such as a zero-width space. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether a person who looks at this text would see nothing. */
export const isBlank = (text: string): boolean => INVISIBLE.test(text);
