import type { Client } from '../../contract/client.js';
import type { Outbox } from './outbox.js';

/**
 * An outbox that is still on its way. Where it does not arrive (a page that has been open since before a release, a
 * network that is gone), a submission is an ordinary call of a client without one, and the person hears of its failure.
 */
export function lazyOutbox(arriving: Promise<Outbox>, client: Client): Pick<Outbox, 'submit'> {
  // Whoever submits or asks for it hears of the failure; at the start there is nobody to tell.
  arriving.catch(() => undefined);
  return {
    async submit(operation, input, { key, signal }) {
      const outbox = await arriving.catch(() => undefined);
      if (outbox !== undefined) return outbox.submit(operation, input, { key, signal });
      const options = { key, ...(signal !== undefined && { signal }) };
      return client.submit(operation, input, options);
    },
  };
}
