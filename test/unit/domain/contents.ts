import type { ActionKind } from '../../../src/domain/action/action-kind.js';
import {
  actionContent,
  type ActionContent,
  type ActionContentInput,
} from '../../../src/domain/action/action-schema.js';

const opener = {
  id: 'opener',
  role: 'initial',
  channel: 'text',
  body: 'Hi {{first_name}}, will you come?',
} as const;
const words = { title: 'Bring a friend', description: 'Ask one person you know to come along.' };

/** The least that each kind can be published with, apart from title and description. */
export const LEAST: { readonly [K in ActionKind]: Extract<ActionContentInput, { kind: K }> } = {
  peer_to_peer: { kind: 'peer_to_peer', ...words, scripts: [opener], targetListId: 'everybody' },
  friend_to_friend: { kind: 'friend_to_friend', ...words, scripts: [opener] },
  canvassing: { kind: 'canvassing', ...words, scripts: [opener] },
  social_sharing: {
    kind: 'social_sharing',
    ...words,
    shareLink: 'https://example.org/pledge',
    sampleMessage: 'I pledged. You?',
  },
  video_stories: { kind: 'video_stories', ...words, prompt: 'Why do you care?' },
  survey: {
    kind: 'survey',
    ...words,
    questions: [{ id: 'q1', bindsTo: { to: 'tag', tagId: 'supporter' }, label: 'Are you with us?' }],
  },
  open_webpage: { kind: 'open_webpage', ...words, webLink: 'https://example.org/petition' },
  voter_registration: { kind: 'voter_registration', ...words },
};

/** Content of a kind that can be published, with some of it changed. */
export const completeContent = (kind: ActionKind, changes: Record<string, unknown> = {}): ActionContent =>
  actionContent.parse({ ...LEAST[kind], ...changes });
