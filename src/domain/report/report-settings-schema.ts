import * as z from 'zod/mini';

import { idList } from '../values/id-schema.js';

/** Which tags and custom fields a report offers, in order. */
export const reportSettings = z.object({ tagIds: idList, fieldIds: idList });

export type ReportSettings = z.infer<typeof reportSettings>;
