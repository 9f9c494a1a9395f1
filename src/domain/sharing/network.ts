/**
 * Where a message can be shared. The keys are stored in the event log; how each network is opened is in
 * `share-target.ts`, and its name on screen is a word.
 */
export const NETWORKS = [
  'x',
  'facebook',
  'whatsapp',
  'telegram',
  'bluesky',
  'threads',
  'linkedin',
  'reddit',
  'email',
  'sms',
  'native',
  'copy',
  'qr',
] as const;

export type Network = (typeof NETWORKS)[number];
