import type { TemplateResult } from 'lit';

import type { ActionKind } from '../../../domain/action/action-kind.js';
import type { ContentOf } from '../../../domain/action/action-schema.js';
import type { EditorForm } from './editor-form.js';
import { openWebpagePart } from './parts/open-webpage-part.js';
import { surveyPart, videoStoriesPart, voterRegistrationPart } from './parts/other-parts.js';
import { socialSharingPart } from './parts/social-sharing-part.js';
import { canvassingPart, friendToFriendPart, peerToPeerPart } from './parts/texting-parts.js';

/** What the form asks for each kind beyond the basics. */
const PARTS: { readonly [K in ActionKind]: (form: EditorForm<ContentOf<K>>) => TemplateResult } = {
  peer_to_peer: peerToPeerPart,
  friend_to_friend: friendToFriendPart,
  canvassing: canvassingPart,
  social_sharing: socialSharingPart,
  video_stories: videoStoriesPart,
  survey: surveyPart,
  open_webpage: openWebpagePart,
  voter_registration: voterRegistrationPart,
};

/** The fields of one kind. */
export function kindPart(form: EditorForm): TemplateResult {
  const part = PARTS[form.content.kind] as (form: EditorForm) => TemplateResult;
  return part(form);
}
