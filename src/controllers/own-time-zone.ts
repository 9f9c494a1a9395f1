/** The time zone of the device, such as `America/Chicago`: the one place where elements ask for it. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
