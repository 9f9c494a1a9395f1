import { createHash } from 'node:crypto';

/** What is kept of a random secret, so that reading the database does not give it away: SHA-256 in 43 characters. */
export const fingerprint = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
