import type { Id } from '@groundswell/elements/domain';

/** A refresh token: which chain of which organization, and what proves it. */
export interface RefreshToken {
  readonly orgId: Id;
  readonly id: Id;
  readonly secret: string;
}

const SHAPE = /^gs_rt\.([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** A refresh token as its cookie carries it: `gs_rt.<organization>.<chain>.<43 random characters>`. */
export const formatRefreshToken = ({ orgId, id, secret }: RefreshToken): string =>
  `gs_rt.${orgId}.${id}.${secret}`;

export function parseRefreshToken(text: string): RefreshToken | undefined {
  const [, orgId, id, secret] = SHAPE.exec(text) ?? [];
  return orgId === undefined || id === undefined || secret === undefined ? undefined : { orgId, id, secret };
}
