import {
  ClientError,
  getAction,
  publishAction,
  updateAction,
  type Client,
  type ClientErrorCode,
  type ProblemDetails,
} from '@groundswell/elements/contract';
import { createEmbeddedBackend } from '@groundswell/elements/embedded';
import { RIVERBEND_PEOPLE, riverbend } from '@groundswell/elements/mocks';

/** The invented campaign with a backend of its own: an organizer and a volunteer. */
export async function openCampaign(eventCount = 50) {
  const backend = createEmbeddedBackend({
    campaign: riverbend({ now: new Date(), eventCount }),
    links: {
      web: 'https://riverbend.example.org/act?share={token}',
      app: 'https://app.example.org/{token}',
    },
  });
  await backend.ready();
  const client = backend.clientFor({ userId: RIVERBEND_PEOPLE.organizer });
  /** Makes an action public without limits, so that the volunteer sees it. */
  const publish = async (id: string) => {
    const read = await client.call(getAction, { id });
    const limits = { districtIds: [], languages: [] };
    const { version } = await client.call(updateAction, { id, version: read.version, limits });
    return client.call(publishAction, { id, version });
  };
  return { client, publish, volunteer: backend.clientFor({ userId: RIVERBEND_PEOPLE.volunteer }) };
}

export type Campaign = Awaited<ReturnType<typeof openCampaign>>;

/** The same client, with a record of what was called. */
export function watched(client: Client) {
  const calls: string[] = [];
  const call: Client['call'] = (operation, ...rest) => {
    calls.push(operation.name);
    return client.call(operation, ...rest);
  };
  return { client: { ...client, call }, calls };
}

/** The same client, on which some operations are refused. */
export const refused = (
  client: Client,
  code: ClientErrorCode,
  names: RegExp,
  details: ProblemDetails = {},
): Client => ({
  ...client,
  call: (operation, ...rest) =>
    names.test(operation.name)
      ? Promise.reject(new ClientError(code, details))
      : client.call(operation, ...rest),
});
