import * as z from 'zod/mini';

import { audienceExplanation } from '../domain/audience/audience-schema.js';
import { idList } from '../domain/values/id-schema.js';
import { language } from '../domain/values/language-schema.js';
import { operation } from './operation.js';

export const getAudienceExplanation = operation({
  name: 'audience.explain',
  summary: 'How many people would see an action with this audience, rule by rule',
  method: 'POST',
  path: '/audience/explain',
  access: 'staff',
  input: z.object({
    visibility: z.enum(['public', 'private']),
    listIds: z._default(idList, []),
    folderIds: z._default(idList, []),
    userIds: z._default(idList, []),
    districtIds: z._default(idList, []),
    languages: z._default(z.array(language).check(z.maxLength(50)), []),
  }),
  output: audienceExplanation,
});
