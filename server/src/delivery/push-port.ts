import { createHash } from 'node:crypto';

import webPush from 'web-push';

import { DeliveryFailure, type DeliveryPort, type Parcel } from './delivery-port.js';
import { explainFetchFailure, explainStatus } from './explain-http-failure.js';
import { isPushService } from './is-push-service.js';
import type { PushSubscription, PushSubscriptions } from './push-subscriptions.js';

export interface PushOptions {
  readonly subscriptions: PushSubscriptions;
  /** Who we are to the push services (RFC 8292): an address of whoever runs this, `mailto:` or https, and our keys. */
  readonly vapid: { readonly subject: string; readonly publicKey: string; readonly privateKey: string };
  /** Which addresses are those of a push service; those of the browsers unless told. */
  readonly isService?: (endpoint: string) => boolean;
  readonly fetch?: typeof fetch;
  /** The longest that one subscription may take, in ms; 10 s unless told. */
  readonly timeout?: number;
}

/** How long a push service keeps it for a browser that is away, in s. */
const KEPT_FOR = 24 * 3600;

/**
 * Web push (RFC 8030), encrypted for each browser (RFC 8291). `to` is a person: the message goes to every browser of
 * theirs, and counts as sent once one has it. Subscriptions that the push service no longer knows are removed.
 *
 * @throws Error with words where subject or keys are none.
 */
export function createPushPort(options: PushOptions): DeliveryPort {
  const { subscriptions, vapid } = options;
  // Wrong keys are heard of at the start, and not taken for a fault of every subscription.
  webPush.getVapidHeaders(
    'https://example.org',
    vapid.subject,
    vapid.publicKey,
    vapid.privateKey,
    'aes128gcm',
  );
  return {
    send: async (parcel) => {
      const all = await subscriptions.of(parcel.orgId, parcel.to);
      const outcomes = await Promise.all(all.map((one) => push(options, one, parcel)));
      for (const [index, subscription] of all.entries())
        if (outcomes[index] === 'gone') await subscriptions.forget(parcel.orgId, subscription.id);
      if (outcomes.includes('sent')) return {};
      throw (
        outcomes.find((outcome) => outcome instanceof DeliveryFailure) ??
        new DeliveryFailure('no-subscription', { isPassing: false })
      );
    },
  };
}

async function push(
  options: PushOptions,
  subscription: PushSubscription,
  parcel: Parcel,
): Promise<'sent' | 'gone' | DeliveryFailure> {
  const { isService = isPushService, timeout = 10_000 } = options;
  const send = options.fetch ?? fetch;
  const request = isService(subscription.endpoint) ? requestFor(options, subscription, parcel) : undefined;
  if (request === undefined) return 'gone';
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await send(subscription.endpoint, { ...request, signal, redirect: 'error' });
    await response.body?.cancel();
    if (response.ok) return 'sent';
    return response.status === 404 || response.status === 410 ? 'gone' : explainStatus(response.status);
  } catch (error) {
    return explainFetchFailure(error);
  }
}

/** The encrypted request; undefined where the keys of the subscription are none. */
function requestFor({ vapid }: PushOptions, { endpoint, keys }: PushSubscription, parcel: Parcel) {
  const payload = JSON.stringify({ id: parcel.id, title: parcel.subject, body: parcel.text });
  const details = { vapidDetails: vapid, TTL: KEPT_FOR, topic: topicOf(parcel) };
  try {
    const request = webPush.generateRequestDetails({ endpoint, keys }, payload, details);
    const headers = Object.entries(request.headers).filter(([name]) => name !== 'Content-Length');
    return {
      method: request.method,
      headers: Object.fromEntries(headers),
      body: new Uint8Array(request.body),
    };
  } catch {
    return undefined;
  }
}

/** Of two with the same topic a push service keeps the later one, so that a message sent again replaces itself. */
const topicOf = ({ orgId, id }: Parcel): string =>
  createHash('sha256').update(`${orgId}/${id}`).digest('base64url').slice(0, 32);
