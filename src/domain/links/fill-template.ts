import { encodePart } from './encode-part.js';

/**
 * An address with its `{placeholders}` filled in, such as `https://vote.example/?share={token}`. Values are encoded,
 * looked at once and never again; a placeholder without a value stays as it is, so that the mistake can be seen.
 */
export const fillLinkTemplate = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{([A-Za-z]\w*)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? placeholder : encodePart(value);
  });
