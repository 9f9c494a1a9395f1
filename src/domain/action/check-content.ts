import type { FieldIssue } from '../values/field-issue-schema.js';
import { safeUrl } from '../links/safe-url.js';
import { isBlank } from '../values/is-blank.js';
import type { ActionKind } from './action-kind.js';
import { mayBeAnonymous } from './action-kind.js';
import type { ActionContent, ContentOf } from './action-schema.js';

const required = (path: string): FieldIssue => ({ path, code: 'required' });
const textInitial = (content: { scripts: ContentOf<'peer_to_peer'>['scripts'] }): FieldIssue[] =>
  content.scripts.some(
    (script) => script.role === 'initial' && script.channel === 'text' && script.body !== '',
  )
    ? []
    : [required('scripts')];

/** What each kind needs before it can be published, beyond title and description (INV-4). */
const NEEDS: { readonly [K in ActionKind]: (content: ContentOf<K>) => FieldIssue[] } = {
  peer_to_peer: (content) => [
    ...textInitial(content),
    ...(content.targetListId === null ? [required('targetListId')] : []),
  ],
  friend_to_friend: textInitial,
  canvassing: (content) => (content.outreach ? textInitial(content) : []),
  social_sharing: (content) => [
    ...linkIssues('shareLink', content.shareLink),
    ...(isBlank(content.sampleMessage) ? [required('sampleMessage')] : []),
  ],
  video_stories: (content) => (isBlank(content.prompt) ? [required('prompt')] : []),
  survey: (content) => (content.questions.length === 0 ? [required('questions')] : []),
  open_webpage: (content) => linkIssues('webLink', content.webLink),
  voter_registration: () => [],
};

/**
 * What stands between this content and publishing, field by field, in the order of the form; empty when it is complete.
 * A blank start label is fine: it falls back to the default (INV-11).
 */
export function checkContent(content: ActionContent): FieldIssue[] {
  const needs = NEEDS[content.kind] as (content: ActionContent) => FieldIssue[];
  return [
    ...(isBlank(content.title) ? [required('title')] : []),
    ...(isBlank(content.description) ? [required('description')] : []),
    ...(content.access === 'anonymous' && !mayBeAnonymous(content.kind)
      ? [{ path: 'access', code: 'not-allowed' } as const]
      : []),
    ...needs(content),
  ];
}

function linkIssues(path: string, link: string): FieldIssue[] {
  if (isBlank(link)) return [required(path)];
  return safeUrl(link) === undefined ? [{ path, code: 'unsafe-link' }] : [];
}
