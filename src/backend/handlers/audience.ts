import { explainAudience } from '../../domain/audience/explain-audience.js';
import { eachOf, recipientReferences, requireKnown } from '../check-references.js';
import { expandFolders } from '../deliver.js';
import type { HandlersOf } from '../work.js';

export const audienceHandlers: HandlersOf<'audience.explain'> = {
  'audience.explain': async (call, input) => {
    const { visibility, userIds, districtIds, languages } = input;
    await requireKnown(call, [
      ...recipientReferences(input),
      ...eachOf('districtIds', 'districts', districtIds),
    ]);
    const members = await call.ports.people.members(await expandFolders(call, input));
    const recipientIds = new Set([...userIds, ...members]);
    const users = await call.ports.people.everyone();
    return explainAudience(users, { visibility, recipientIds, districtIds, languages });
  },
};
