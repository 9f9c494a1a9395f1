import * as z from 'zod/mini';

import type { Id } from '@groundswell/elements/domain';

import { DeliveryFailure, type DeliveryPort } from './delivery-port.js';
import { explainFetchFailure, explainStatus } from './explain-http-failure.js';

export interface SmsOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** Whom messages come from: `+` and digits, a short number, a name, or the id of a messaging service. */
  readonly from: string;
  /** Where the provider is, without a slash at its end; Twilio unless told. */
  readonly baseUrl?: string;
  /** Where the provider reports what became of a message; it reports nothing without. */
  readonly statusUrl?: (orgId: Id, messageId: Id) => string;
  readonly fetch?: typeof fetch;
  /** The longest that one message may take, in ms; 20 s unless told. */
  readonly timeout?: number;
}

const taken = z.object({ sid: z.string().check(z.minLength(1), z.maxLength(100)) });
const refused = z.object({ code: z.int() });

/** The id of a messaging service (https://www.twilio.com/docs/glossary/what-is-a-sid). */
const MESSAGING_SERVICE = /^MG[0-9a-f]{32}$/i;

/** A telephone number as ITU-T E.164 has it. */
const NUMBER = /^\+[1-9]\d{6,14}$/;

/** Text messages through Twilio's HTTP interface, or anybody's who speaks it. */
export function createSmsPort(options: SmsOptions): DeliveryPort {
  const { accountSid, baseUrl = 'https://api.twilio.com', timeout = 20_000 } = options;
  const send = options.fetch ?? fetch;
  const url = `${baseUrl}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${options.authToken}`).toString('base64')}`;
  return {
    send: async (parcel) => {
      if (!NUMBER.test(parcel.to)) throw new DeliveryFailure('invalid-recipient', { isPassing: false });
      const headers = {
        ...{ authorization, accept: 'application/json' },
        // Twilio has none for messages; providers that do know by it that this is the same message again.
        'idempotency-key': `${parcel.orgId}.${parcel.id}`,
      };
      const signal = AbortSignal.timeout(timeout);
      try {
        const body = formOf(options, parcel);
        const response = await send(url, { method: 'POST', headers, body, signal, redirect: 'error' });
        return await readAnswer(response);
      } catch (error) {
        throw explainFetchFailure(error);
      }
    },
  };
}

function formOf(
  { from, statusUrl }: SmsOptions,
  { orgId, id, to, text }: { orgId: Id; id: Id; to: string; text: string },
): URLSearchParams {
  const form = new URLSearchParams({ To: to, Body: text });
  form.set(MESSAGING_SERVICE.test(from) ? 'MessagingServiceSid' : 'From', from);
  if (statusUrl !== undefined) form.set('StatusCallback', statusUrl(orgId, id));
  return form;
}

/** The provider's id for the message, or the number of its error; never its words. */
async function readAnswer(response: Response): Promise<{ readonly providerId?: string }> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const answer = taken.safeParse(body);
    // It was taken, whatever the answer looks like: sent again it would arrive twice.
    return answer.success ? { providerId: answer.data.sid } : {};
  }
  const reason = refused.safeParse(body);
  const { code, isPassing } = explainStatus(response.status);
  throw new DeliveryFailure(reason.success ? `sms-${reason.data.code}` : code, { isPassing });
}
