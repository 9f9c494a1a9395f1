import { type EventDraft, soonAfter, type OutAction, type Stage } from './event-draft.js';
import type { SeededRandom } from './seeded-random.js';

type Content = OutAction['content'];
type ContentOf<K extends Content['kind']> = Extract<Content, { kind: K }>;
type Result = Extract<EventDraft, { type: 'performed' }>['result'];
type Network = Extract<Result, { kind: 'social_sharing' }>['network'];

/** One person who has pressed the start button. */
export interface Performer {
  readonly participant: string;
  readonly startedAt: number;
  readonly stage: Stage;
}

const FAVORITES: readonly [Network, ...Network[]] = [
  'whatsapp',
  'facebook',
  'copy',
  'native',
  'bluesky',
  'email',
  'x',
];

const ANSWERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'c-trips': ['2', '4', '6', '10', '10', '12'],
  'c-bus-stop': ['Mill gate', 'Bridge Street', 'North Shoals Library', 'Otter Landing ferry', 'College Road'],
  'c-best-time': ['Evenings', 'Evenings', 'Mornings', 'Afternoons', 'Lunchtime'],
  'c-shift': ['Saturday morning', 'Saturday afternoon', 'Sunday afternoon', 'A weekday evening'],
  'c-support': ['1 – strongly for', '1 – strongly for', '2 – for', '3 – not sure', '4 – against'],
  'c-skills': [
    'Talking to people',
    'Cooking for a crowd',
    'Spreadsheets',
    'Driving the van',
    'Drawing signs',
  ],
  'c-notes': [
    'I walk forty minutes when I miss the 8:10.',
    'Please ask the students too.',
    'My daughter does her homework there because it is quiet.',
    'A light at the stop would help more than a new bus.',
    'Gracias por preguntar.',
  ],
};

/** What somebody did after starting, event by event, for the kinds that have no conversations. */
export function inventPerforms(random: SeededRandom, performer: Performer): EventDraft[] {
  const { content } = performer.stage.action;
  switch (content.kind) {
    case 'social_sharing':
      return inventShares(random, performer, content);
    case 'open_webpage':
      return inventVisit(random, performer);
    case 'survey':
      return inventAnswers(random, performer, content);
    case 'voter_registration':
      return inventRegistration(random, performer);
    case 'video_stories':
      return [
        record(random, performer, {
          kind: content.kind,
          outcome: 'submitted',
          storyId: storyIdOf(performer),
        }),
      ];
    default:
      return [];
  }
}

const storyIdOf = ({ participant, stage }: Performer): string =>
  `story-${stage.action.id}-${participant.split(':')[1] ?? 'guest'}`.slice(0, 64);

function record(
  random: SeededRandom,
  performer: Performer,
  result: Result,
  type: 'performed' | 'noted' = 'performed',
): EventDraft {
  const { participant, startedAt, stage } = performer;
  return { type, actionId: stage.action.id, participant, at: soonAfter(random, startedAt, stage), result };
}

function inventShares(
  random: SeededRandom,
  performer: Performer,
  { kind, networks }: ContentOf<'social_sharing'>,
): EventDraft[] {
  const offered: readonly Network[] = networks.length === 0 ? FAVORITES : [...networks, 'copy', 'native'];
  const drafts: EventDraft[] = [];
  for (let round = random.whole(1, 3); round > 0; round -= 1) {
    const network = offered[random.whole(0, offered.length - 1)] ?? 'copy';
    const edited = random.chance(0.4);
    if (network === 'native' && random.chance(0.3)) {
      drafts.push(record(random, performer, { kind, network, outcome: 'cancelled', edited }, 'noted'));
      continue;
    }
    const outcome = network === 'copy' ? 'copied' : network === 'native' ? 'shared' : 'opened';
    const share = record(random, performer, { kind, network, outcome, edited });
    drafts.push(share, ...inventClicks(random, performer, network, share.at));
  }
  return drafts;
}

/** People who followed what somebody shared; each is a guest of their own. */
function inventClicks(
  random: SeededRandom,
  performer: Performer,
  network: Network | null,
  after: number,
): EventDraft[] {
  const { participant: referrer, stage } = performer;
  return Array.from({ length: random.whole(0, 4) }).flatMap((): EventDraft[] => {
    const visitor = { actionId: stage.action.id, participant: newGuest(random), referrer };
    const at = soonAfter(random, after, stage, 2_000);
    const click: EventDraft = { type: 'clicked', ...visitor, network, at };
    return random.chance(0.25)
      ? [click, { type: 'converted', ...visitor, at: soonAfter(random, at, stage) }]
      : [click];
  });
}

/** A person without an account. */
export const newGuest = (random: SeededRandom): string =>
  `guest:g-${random.whole(0, 0xff_ff_ff_ff).toString(36)}${random.whole(0, 0xff_ff).toString(36)}`;

function inventVisit(random: SeededRandom, performer: Performer): EventDraft[] {
  const kind = 'open_webpage';
  const opened = record(random, performer, { kind, outcome: 'opened' });
  if (random.chance(0.3)) return [opened];
  const later = { ...performer, startedAt: opened.at };
  const outcome = random.chance(0.8) ? 'finished' : 'not_finished';
  return [opened, record(random, later, { kind, outcome }, 'noted')];
}

function inventAnswers(
  random: SeededRandom,
  performer: Performer,
  content: ContentOf<'survey'>,
): EventDraft[] {
  const { kind, questions } = content;
  const viewed = record(random, performer, { kind, outcome: 'viewed', answers: {} }, 'noted');
  const answers: Record<string, string | boolean> = {};
  for (const { id, bindsTo, required } of questions) {
    if (!required && random.chance(0.25)) continue;
    if (bindsTo.to === 'tag') answers[id] = random.chance(0.6);
    else answers[id] = random.pick(ANSWERS[bindsTo.fieldId] ?? ['Yes']);
  }
  const later = { ...performer, startedAt: viewed.at };
  return [viewed, record(random, later, { kind, outcome: 'submitted', answers })];
}

function inventRegistration(random: SeededRandom, performer: Performer): EventDraft[] {
  const kind = 'voter_registration';
  const drafts = [record(random, performer, { kind, outcome: 'started' }, 'noted')];
  if (random.chance(0.15))
    return [...drafts, record(random, performer, { kind, outcome: 'pledged' }, 'noted')];
  const handedOff = record(random, performer, { kind, outcome: 'handed_off' });
  drafts.push(handedOff);
  if (random.chance(0.5)) {
    drafts.push(
      record(random, { ...performer, startedAt: handedOff.at }, { kind, outcome: 'self_reported' }),
    );
  }
  return random.chance(0.3) ? [...drafts, ...inventClicks(random, performer, null, handedOff.at)] : drafts;
}
