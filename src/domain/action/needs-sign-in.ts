import type { ActionContent } from './action-schema.js';

/**
 * Whether somebody must sign in before taking part. Where it is not known who they are, the answer is no: the backend
 * decides.
 */
export const needsSignIn = (
  { access }: Pick<ActionContent, 'access'>,
  role: 'visitor' | 'volunteer' | 'staff' | undefined,
): boolean => access === 'account' && role === 'visitor';
