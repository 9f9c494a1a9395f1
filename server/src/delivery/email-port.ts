import { createTransport } from 'nodemailer';

import { DeliveryFailure, type DeliveryPort, type Parcel } from './delivery-port.js';
import { explainSmtpFailure } from './explain-smtp-failure.js';

export interface EmailOptions {
  readonly host: string;
  readonly port: number;
  /**
   * `tls` from the first byte (port 465), `starttls` or nothing is sent (port 587), `none` for a server on the same
   * machine.
   */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user?: string;
  readonly password?: string;
  /** Who it is from, as people see it. */
  readonly from: { readonly name: string; readonly address: string };
  /** The domain after the @ of each Message-ID; that of the sender unless told. */
  readonly idDomain?: string;
  /** Certificates of the authority that signed the server's own, where no public one did. */
  readonly ca?: string;
  /** How many connections at once; 3 unless told. */
  readonly connections?: number;
  /** The longest that one message may take, in ms; 40 s unless told. */
  readonly timeout?: number;
}

/** Each part of the conversation has less time than the whole, in ms. */
const PATIENCE = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 10_000,
};

/** One address and nothing else: no list, no name, no comment, no line that could become a header. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,253}$/;

/**
 * E-mail by SMTP. Plain text and nothing that reports back when it is read. A message that is sent twice carries the same
 * Message-ID and date, by which mailboxes know it.
 */
export function createEmailPort(options: EmailOptions): DeliveryPort {
  const { from, timeout = 40_000 } = options;
  const transport = createTransport(transportOptions(options));
  const domain = options.idDomain ?? from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    send: async (parcel) => {
      if (!ADDRESS.test(parcel.to)) throw new DeliveryFailure('invalid-recipient', { isPassing: false });
      const messageId = `<${parcel.id}.${parcel.orgId}@${domain}>`;
      try {
        await transport.sendMail({
          ...mailOf(parcel),
          ...{ from, messageId, signal: AbortSignal.timeout(timeout) },
          ...{ disableFileAccess: true, disableUrlAccess: true },
        });
      } catch (error) {
        throw explainSmtpFailure(error);
      }
      return { providerId: messageId };
    },
    close: () => transport.close(),
  };
}

const mailOf = ({ to, subject, text, createdAt }: Parcel) => ({
  to: { name: '', address: to },
  subject: (subject ?? '').replace(/\s+/g, ' ').trim(),
  text,
  textEncoding: 'quoted-printable' as const,
  date: new Date(createdAt),
  // No answers by machines: RFC 3834.
  headers: { 'Auto-Submitted': 'auto-generated' },
});

function transportOptions(options: EmailOptions) {
  const { host, port, security, user, password, ca, connections = 3 } = options;
  return {
    ...{ host, port, ...PATIENCE },
    // One try for each job: the queue knows when the next one is due, and writes down how many there were.
    ...{ pool: true as const, maxConnections: connections, maxRequeues: 0 },
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
  };
}
