import type { Id } from '../domain/values/id-schema.js';
import type { Language } from '../domain/values/language-schema.js';
import type { Access } from './operation.js';

/** Who calls, as the backend has established it. Nothing in a call's input can change it. */
export type Caller =
  | {
      readonly role: 'visitor';
      readonly campaignId: Id;
      /** A random id that the device keeps, so that a guest's events belong together; absent until there is one. */
      readonly guestId?: Id;
      readonly language: Language;
    }
  | {
      readonly role: 'volunteer' | 'staff';
      readonly campaignId: Id;
      readonly userId: Id;
      readonly language: Language;
      /** The session that their token belongs to; absent where somebody else vouches for them. */
      readonly sessionId?: Id;
    };

const LEVEL = { visitor: 0, volunteer: 1, staff: 2 } as const;
const NEEDED = { public: 0, volunteer: 1, staff: 2 } as const;

/** Whether a caller may call operations of this level. */
export const mayCall = (caller: Caller, access: Access): boolean => LEVEL[caller.role] >= NEEDED[access];
