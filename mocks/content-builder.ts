import {
  actionContent,
  type ActionContent,
  type ActionContentInput,
  type ActionKind,
} from '../src/domain/index.js';

type InputOf<K extends ActionKind> = Extract<ActionContentInput, { kind: K }>;

/** What each kind needs before it can be published. */
const COMPLETE: { readonly [K in ActionKind]: InputOf<K> } = {
  peer_to_peer: {
    kind: 'peer_to_peer',
    targetListId: 'l-neighbors',
    scripts: [opener('Hi {{first_name}}!')],
  },
  friend_to_friend: {
    kind: 'friend_to_friend',
    scripts: [opener('Hey {{first_name}}, join me? {{link.action}}')],
  },
  canvassing: { kind: 'canvassing', scripts: [opener('Sorry I missed you, {{first_name}}.')] },
  social_sharing: {
    kind: 'social_sharing',
    shareLink: 'https://riverbend.example.org/stories',
    sampleMessage: 'Our library wants to stay open in the evening. Watch, then add your name.',
  },
  video_stories: { kind: 'video_stories', prompt: 'Why do you help?', consentText: 'You may show my story.' },
  survey: {
    kind: 'survey',
    questions: [{ id: 'q-1', label: 'Do you ride the bus?', bindsTo: { to: 'tag', tagId: 't-rides' } }],
  },
  open_webpage: { kind: 'open_webpage', webLink: 'https://riverbend.example.org/petition' },
  voter_registration: { kind: 'voter_registration', goal: { target: 100, metric: 'checks_started' } },
};

function opener(body: string) {
  return { id: 's-1', role: 'initial', channel: 'text', label: 'Opener', body } as const;
}

/** Publishable content of one kind; whatever is given replaces what a plain one would say. */
export function someContent<K extends ActionKind>(
  kind: K,
  overrides: Partial<Omit<InputOf<K>, 'kind'>> = {},
): Extract<ActionContent, { kind: K }> {
  const plain = {
    title: 'Sign for a safe crossing',
    description: 'Two hundred children cross every morning.',
  };
  const parsed = actionContent.parse({ ...plain, ...COMPLETE[kind], ...overrides });
  return parsed as Extract<ActionContent, { kind: K }>;
}
