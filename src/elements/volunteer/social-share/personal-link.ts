import type { FeedAction } from '../../../contract/feed.js';
import { isAbort } from '../../../contract/client-error.js';
import { getReferralLink } from '../../../contract/calls/links.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import { safeUrl } from '../../../domain/links/safe-url.js';

type Host = ClientHost & { readonly action: FeedAction | undefined; readonly shareToken: string | undefined };

/** The link that credits this person; the plain one where there is none, such as for visitors or without a network. */
export class PersonalLink {
  readonly #host: Host;
  readonly #query: ClientQuery<readonly [string | undefined, string], string>;

  constructor(host: Host) {
    this.#host = host;
    this.#query = new ClientQuery(
      host,
      async (client, [actionId, shareToken], signal) => {
        const input = { actionId: actionId ?? '', ...(shareToken !== '' && { shareToken }) };
        try {
          return (await client.call(getReferralLink, input, { signal })).url;
        } catch (error) {
          if (isAbort(error)) throw error;
          return '';
        }
      },
      () => [host.action?.id, host.shareToken ?? ''],
    );
  }

  /** A link that is safe to show; empty where the action has none. */
  get url(): string {
    const content = this.#host.action?.content;
    const plain = content?.kind === 'social_sharing' ? content.shareLink : '';
    return safeUrl(this.#query.value ?? '') ?? safeUrl(plain) ?? '';
  }
}
