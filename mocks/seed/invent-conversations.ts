import { type EventDraft, pickMoment, soonAfter, type OutAction } from './event-draft.js';
import type { Performer } from './invent-performs.js';
import type { SeededRandom } from './seeded-random.js';

type TextingContent = Extract<
  OutAction['content'],
  { kind: 'peer_to_peer' | 'friend_to_friend' | 'canvassing' }
>;
type Script = TextingContent['scripts'][number];
type Contacted = Extract<
  Extract<EventDraft, { type: 'performed' }>['result'],
  { contactId: string; channel: unknown }
>;

/**
 * Conversations of those who have started a texting action, one contact after the other and each volunteer in turn,
 * until there are exactly `count` events.
 */
export function inventConversations(
  random: SeededRandom,
  performers: readonly Performer[],
  count: number,
): EventDraft[] {
  const drafts: EventDraft[] = [];
  for (let round = 0; performers.length > 0 && drafts.length < count; round += 1) {
    for (const [index, performer] of performers.entries()) {
      const { content } = performer.stage.action;
      if (!isTexting(content) || !random.chance(eagerness(index))) continue;
      const contactId = `contact-${String(index)}-${String(round)}`;
      drafts.push(...inventConversation(random, performer, content, contactId));
    }
  }
  return drafts.slice(0, count);
}

/** Some volunteers do a lot and most do a little. */
const eagerness = (index: number): number => [1, 0.5, 0.25, 0.15][index % 4] ?? 0;

const isTexting = (content: OutAction['content']): content is TextingContent => 'scripts' in content;

const scriptOf = (
  random: SeededRandom,
  scripts: readonly Script[],
  role: Script['role'],
): Script | undefined => {
  const some = scripts.filter((script) => script.role === role);
  return some[random.whole(0, some.length - 1)];
};

/** How many text messages of 153 characters a script makes, before its variables are filled. */
const segmentsOf = (script: Script | undefined): number =>
  Math.max(1, Math.ceil((script?.body.length ?? 0) / 153));

function inventConversation(
  random: SeededRandom,
  { participant, startedAt, stage }: Performer,
  content: TextingContent,
  contactId: string,
): EventDraft[] {
  const opener = scriptOf(random, content.scripts, 'initial');
  const at = pickMoment(random, { from: startedAt, until: stage.until });
  const who = { actionId: stage.action.id, participant };
  const failed = random.chance(0.03);
  const outcome = failed ? 'failed' : content.kind === 'canvassing' ? 'reached' : 'messaged';
  const result: Contacted = {
    kind: content.kind,
    contactId,
    channel: opener?.channel ?? 'door',
    outcome,
    tagIds: [],
    ...(opener && { scriptId: opener.id }),
  };
  const sent: EventDraft[] = [
    { type: failed ? 'noted' : 'performed', ...who, at, result },
    {
      type: 'messaged',
      ...who,
      at,
      contactId,
      direction: 'outbound',
      purpose: 'initial',
      state: failed ? 'failed' : 'sent',
      scriptId: opener?.id ?? null,
      segments: segmentsOf(opener),
    },
  ];
  if (failed || !random.chance(0.42)) return sent;
  return [
    ...sent,
    ...inventReply(random, { ...who, contactId }, content, soonAfter(random, at, stage, 600), stage.until),
  ];
}

function inventReply(
  random: SeededRandom,
  who: { actionId: string; participant: string; contactId: string },
  content: TextingContent,
  at: number,
  until: number,
): EventDraft[] {
  const message = { type: 'messaged', ...who, state: 'sent' } as const;
  const drafts: EventDraft[] = [
    { ...message, at, direction: 'inbound', purpose: 'reply', scriptId: null, segments: 1 },
  ];
  if (random.chance(0.07)) return [...drafts, { type: 'opted_out', ...who, at }];
  const then = soonAfter(random, at, { until }, 90);
  const script = scriptOf(random, content.scripts, 'response');
  if (random.chance(0.75)) {
    const answer = { scriptId: script?.id ?? null, segments: segmentsOf(script) };
    drafts.push({ ...message, at: then, direction: 'outbound', purpose: 'follow_up', ...answer });
  }
  if (random.chance(0.6)) {
    const { tagIds, fieldIds } = content.reportSettings;
    const some = (ids: readonly string[]) => ids.filter(() => random.chance(0.35));
    drafts.push({ type: 'reported', ...who, at: then, tagIds: some(tagIds), fieldIds: some(fieldIds) });
  }
  return drafts;
}
