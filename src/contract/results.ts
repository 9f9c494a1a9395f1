import * as z from 'zod/mini';

import { results } from '../domain/results/results-schema.js';
import { id } from '../domain/values/id-schema.js';
import { operation } from './operation.js';

export const getResults = operation({
  name: 'results.get',
  summary: 'Everything measured of one action',
  method: 'GET',
  path: '/actions/{actionId}/results',
  access: 'staff',
  input: z.object({ actionId: id }),
  output: results,
  problems: ['not-found'],
});
