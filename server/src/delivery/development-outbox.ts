import type { DeliveryPort, DeliveryPorts, Parcel } from './delivery-port.js';

/** Catches everything that would leave the machine, while somebody develops. */
export interface DevelopmentOutbox {
  /** Ports for all three channels, which take everything and send nothing. */
  readonly ports: Required<DeliveryPorts>;
  /** What was caught, latest first. */
  caught(): readonly Parcel[];
}

/** In memory and for this process only. The oldest is forgotten once there are more than `limit`; 200 unless told. */
export function createDevelopmentOutbox({
  limit = 200,
}: { readonly limit?: number } = {}): DevelopmentOutbox {
  const caught: Parcel[] = [];
  const port: DeliveryPort = {
    send: (parcel) => {
      caught.unshift(parcel);
      caught.length = Math.min(caught.length, limit);
      return Promise.resolve({ providerId: `outbox-${parcel.id}` });
    },
  };
  return { ports: { email: port, sms: port, push: port }, caught: () => [...caught] };
}
