/** The present moment: the one place where elements read a clock. Rules take what it answers as an argument. */
export const now = (): Date => new Date();
