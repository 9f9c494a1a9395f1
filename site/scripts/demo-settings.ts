/** What the demonstration remembers on this device, by name. */
export type SettingName = 'language' | 'theme' | 'started-at' | 'guest' | 'person' | 'organizing-person';

const keyOf = (name: SettingName): string => `groundswell-demo.${name}`;

/** What was remembered; undefined where nothing was, or where storage is switched off. */
export function readSetting(name: SettingName): string | undefined {
  try {
    return localStorage.getItem(keyOf(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a value; without storage it lasts as long as the page. */
export function writeSetting(name: SettingName, value: string): void {
  try {
    localStorage.setItem(keyOf(name), value);
  } catch {
    // Nothing to do: the page works without memory.
  }
}

/** What was remembered, or what `make` gives, which is remembered from now on. */
export function settingOr(name: SettingName, make: () => string): string {
  const known = readSetting(name);
  if (known !== undefined) return known;
  const made = make();
  writeSetting(name, made);
  return made;
}

/** Calls back when another tab has changed a setting. */
export function watchSetting(name: SettingName, changed: () => void): void {
  addEventListener('storage', (event) => {
    if (event.key === keyOf(name)) changed();
  });
}
