import type { Id } from '@groundswell/elements/domain';

import type { Rows } from '../database/database.js';

/** One transaction of one organization: what each port is made from. */
export interface Organization {
  readonly rows: Rows;
  readonly orgId: Id;
  /** Months for which this process has seen a part of the log. */
  readonly logParts: Set<string>;
}
