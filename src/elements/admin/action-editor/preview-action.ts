import type { FeedAction } from '../../../contract/feed.js';
import type { ActionContent } from '../../../domain/action/action-schema.js';
import { keepSavable } from '../../../domain/action/check-draft.js';
import { newContent } from '../../../domain/action/new-content.js';
import { isBlank } from '../../../domain/values/is-blank.js';
import type { Draft } from './draft-state.js';

/** A moment for an action that has none yet; no card shows it. */
const SOME_TIME = '2000-01-01T00:00:00.000Z';

/** What a volunteer would see of a draft: fields that no backend would store are left out, empty ones say what belongs there. */
export function previewAction(
  draft: Draft,
  placeholder: { readonly title: string; readonly description: string },
): FeedAction {
  const content = keepSavable(draft.content, newContent(draft.content.kind));
  const shown: ActionContent = {
    ...content,
    title: isBlank(content.title) ? placeholder.title : content.title,
    description: isBlank(content.description) ? placeholder.description : content.description,
  };
  return {
    id: draft.base?.id ?? 'preview',
    content: shown,
    status: 'published',
    featured: draft.base?.featured ?? false,
    publishedAt: draft.base?.publishedAt ?? SOME_TIME,
    engagement: { seenAt: null, startedAt: null, completedAt: null, performs: 0 },
  };
}
