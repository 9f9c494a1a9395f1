const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as the value of a `datetime-local` control, in the zone of the device; empty for none. */
export function toLocalTime(instant: string | null): string {
  if (instant === null) return '';
  const date = new Date(instant);
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant that a `datetime-local` control names in the zone of the device, in UTC; null for none. */
export function fromLocalTime(text: string): string | null {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The zone of the device by name, such as `America/Chicago`. */
export const localZone = (): string =>
  new Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
