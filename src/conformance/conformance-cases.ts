import { accessCases } from './cases/access.js';
import { audienceCases } from './cases/audience.js';
import { changeCases } from './cases/changes.js';
import { contentCases } from './cases/content.js';
import { draftCases } from './cases/drafts.js';
import { idempotencyCases } from './cases/idempotency.js';
import { linkCases } from './cases/links.js';
import { listCases } from './cases/lists.js';
import { performingCases } from './cases/performing.js';
import { publishingCases } from './cases/publishing.js';
import { resultCases } from './cases/results.js';
import { scheduleCases } from './cases/schedule.js';
import { signInCases } from './cases/sign-in.js';
import type { ConformanceCase } from './world.js';

/** What every backend must do, whatever it is made of. */
export const conformanceCases: readonly ConformanceCase[] = [
  ...draftCases,
  ...contentCases,
  ...listCases,
  ...publishingCases,
  ...scheduleCases,
  ...audienceCases,
  ...performingCases,
  ...resultCases,
  ...linkCases,
  ...accessCases,
  ...idempotencyCases,
  ...changeCases,
  ...signInCases,
];
