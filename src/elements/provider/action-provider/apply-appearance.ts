/** A look: a theme, and values for `--gs-…` tokens by their name without the prefix. */
export interface Appearance {
  readonly theme?: 'auto' | 'light' | 'dark';
  readonly variables?: Readonly<Record<string, string>>;
}

const NAME = /^[a-z][a-z0-9-]{0,40}$/;

/**
 * Sets tokens on an element and takes those of the last look away. Values that could load something (`url(…)` and the
 * like) or end the declaration are left out with one warning: a look never makes a request.
 *
 * @returns The names of the properties that are set now.
 */
export function applyAppearance(
  element: HTMLElement,
  appearance: Appearance | undefined,
  previous: readonly string[],
): readonly string[] {
  for (const name of previous) element.style.removeProperty(name);
  const applied: string[] = [];
  for (const [name, value] of Object.entries(appearance?.variables ?? {})) {
    if (!NAME.test(name) || !isHarmless(value)) {
      console.warn(`<${element.localName}>: the appearance variable "${name}" was left out.`);
      continue;
    }
    element.style.setProperty(`--gs-${name}`, value);
    applied.push(`--gs-${name}`);
  }
  return applied;
}

const isHarmless = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 500 && !/url|image|src\(|expression|[;{}\\@<>]/i.test(value);
