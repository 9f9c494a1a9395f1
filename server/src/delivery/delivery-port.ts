import type { OutgoingMessage } from '@groundswell/elements/backend';
import type { Id } from '@groundswell/elements/domain';

/** A message on its way, and whose it is. */
export interface Parcel extends OutgoingMessage {
  readonly orgId: Id;
}

/** A way to people: an e-mail server, a push service, a provider of text messages. */
export interface DeliveryPort {
  /**
   * Hands one message over. Within 45 s it is either taken or refused, so that a worker's claim on it holds.
   *
   * @returns What the provider calls it, where it says.
   * @throws DeliveryFailure and nothing else.
   */
  send(parcel: Parcel): Promise<{ readonly providerId?: string }>;
  /** Lets go of connections. */
  close?(): void;
}

/** One port for each channel that this installation has. */
export type DeliveryPorts = Readonly<Partial<Record<OutgoingMessage['channel'], DeliveryPort>>>;

/**
 * Why a message was not taken, as a code such as `unreachable` or `smtp-550`: what a provider writes may hold the
 * recipient, so its words go no further.
 */
export class DeliveryFailure extends Error {
  override readonly name = 'DeliveryFailure';
  readonly code: string;
  /** Whether the same message may be taken later. */
  readonly isPassing: boolean;

  constructor(code: string, { isPassing }: { readonly isPassing: boolean }) {
    super(`Not delivered: ${code}`);
    this.code = code;
    this.isPassing = isPassing;
  }
}
