/** Area codes as typed: three digits each, at most once, in the order given. What is not one is named. */
export interface AreaCodes {
  readonly codes: readonly string[];
  readonly refused: readonly string[];
}

/** Reads area codes that are separated by commas, semicolons or white space. */
export function parseAreaCodes(text: string): AreaCodes {
  const parts = [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ''))];
  return {
    codes: parts.filter((part) => /^\d{3}$/.test(part)),
    refused: parts.filter((part) => !/^\d{3}$/.test(part)),
  };
}
