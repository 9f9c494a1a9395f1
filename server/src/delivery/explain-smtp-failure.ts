import { DeliveryFailure } from './delivery-port.js';

/** What nodemailer calls it when the server was not reached, and when the wait was too long. */
const UNREACHABLE: ReadonlySet<string> = new Set(['ECONNECTION', 'ESOCKET', 'EDNS', 'ECONNREFUSED']);
const LATE: ReadonlySet<string> = new Set(['ETIMEDOUT', 'EABORT']);
/** What somebody has to put right on our side, after which the same message goes through. */
const OURS: Readonly<Record<string, string>> = {
  EAUTH: 'unauthorized',
  ENOAUTH: 'unauthorized',
  ETLS: 'insecure',
  EREQUIRETLS: 'insecure',
};

/**
 * What an error of nodemailer means for the message, without the server's words, which often repeat the address. By
 * RFC 5321, section 4.2.1, a reply of 4yz may be different next time and one of 5yz will not.
 */
export function explainSmtpFailure(error: unknown): DeliveryFailure {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
  const name = String(code);
  const ours = OURS[name];
  if (ours !== undefined) return new DeliveryFailure(ours, { isPassing: true });
  if (typeof responseCode === 'number')
    return new DeliveryFailure(`smtp-${responseCode}`, { isPassing: responseCode < 500 });
  if (LATE.has(name)) return new DeliveryFailure('timed-out', { isPassing: true });
  if (UNREACHABLE.has(name)) return new DeliveryFailure('unreachable', { isPassing: true });
  if (name === 'EENVELOPE') return new DeliveryFailure('invalid-recipient', { isPassing: false });
  return new DeliveryFailure('internal', { isPassing: true });
}
