import type { Id } from '@groundswell/elements/domain';

export interface PublishableKeyName {
  readonly orgId: Id;
  readonly id: Id;
}

const SHAPE = /^gs_pk\.([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{22})$/;

/** A publishable key as pages carry it: `gs_pk.<organization>.<22 random characters>`. */
export const formatPublishableKey = ({ orgId, id }: PublishableKeyName): string => `gs_pk.${orgId}.${id}`;

/** What a publishable key names, or undefined where a text is none. */
export function parsePublishableKey(text: string): PublishableKeyName | undefined {
  const [, orgId, id] = SHAPE.exec(text) ?? [];
  return orgId === undefined || id === undefined ? undefined : { orgId, id };
}
