import { createAction, publishAction } from '../../contract/actions.js';
import { ACTION_KINDS, type ActionKind } from '../../domain/action/action-kind.js';
import type { ActionContentInput } from '../../domain/action/action-schema.js';
import { expect, expectEqual, expectRefusal } from '../expect.js';
import { IDS } from '../fixture.js';
import { COMPLETE, content, create, open, publish, read } from '../steps.js';
import { casesFor, casesOf, type ConformanceWorld } from '../world.js';

/** Texts that careless code changes: trims, normalizes, escapes, cuts or reads as something else. */
const TEXTS: readonly { readonly what: string; readonly text: string }[] = [
  { what: 'one space', text: ' ' },
  { what: 'white space all around', text: ' \t a  b \r\n\n' },
  { what: 'Hebrew and Arabic', text: 'שלום עולם · مرحبا بالعالم' },
  { what: 'direction marks', text: '\u202Eabc\u202C \u2066x\u2069 \u200F' },
  { what: 'emoji of several parts', text: '👩‍👩‍👧‍👦 🇲🇽 👍🏽 🏴󠁧󠁢󠁳󠁣󠁴󠁿' },
  { what: 'accents in two spellings', text: 'e\u0301 é n\u0303 ñ' },
  { what: 'markup', text: '<script>alert(1)</script> <b>&amp;</b>' },
  { what: 'what templates and queries read', text: `{{first_name}} $& $1 %s \${x} ' OR 1=1 -- \\` },
  { what: 'names of object members', text: '__proto__ constructor null undefined NaN' },
  { what: '10,000 characters', text: 'ñ'.repeat(10_000) },
];

const letterCases = casesFor(
  'content',
  TEXTS,
  ({ what }) => `every text keeps ${what} to the letter`,
  async (world, { text }) => {
    const written = {
      ...content,
      title: text,
      description: text,
      disclaimer: text,
      sampleMessage: text,
      startLabel: text.slice(0, 100),
      media: { url: 'https://example.org/a.png', alt: text.slice(0, 1000) },
    };
    const { content: stored } = await read(world, await create(world, written));
    for (const field of ['title', 'description', 'disclaimer', 'sampleMessage', 'startLabel'] as const) {
      expectEqual((stored as typeof written)[field], written[field], field);
    }
    expectEqual(stored.media?.alt, written.media.alt, 'media.alt');
  },
);

const kindCases = casesFor(
  'content',
  ACTION_KINDS,
  (kind) => `${kind} can be created, published and opened by a volunteer`,
  async (world, kind) => {
    const action = await publish(world, await create(world, COMPLETE[kind]));
    expectEqual([action.status, action.visibility], ['published', 'public'], 'after publishing');
    const { content: shown } = await open(world.volunteer(1), action);
    expectEqual(shown, action.content, 'what a volunteer sees of the content');
  },
);

const NEEDED: readonly { readonly kind: ActionKind; readonly field: string }[] = [
  ...ACTION_KINDS.flatMap((kind) => ['title', 'description'].map((field) => ({ kind, field }))),
  { kind: 'peer_to_peer', field: 'scripts' },
  { kind: 'peer_to_peer', field: 'targetListId' },
  { kind: 'friend_to_friend', field: 'scripts' },
  { kind: 'canvassing', field: 'scripts' },
  { kind: 'social_sharing', field: 'shareLink' },
  { kind: 'social_sharing', field: 'sampleMessage' },
  { kind: 'video_stories', field: 'prompt' },
  { kind: 'survey', field: 'questions' },
  { kind: 'open_webpage', field: 'webLink' },
];

const neededCases = casesFor(
  'content',
  NEEDED,
  ({ kind, field }) => `${kind} without ${field} is not published, and the field is named`,
  async (world, { kind, field }) => {
    const rest = Object.fromEntries(Object.entries(COMPLETE[kind]).filter(([name]) => name !== field));
    const draft = await create(world, rest as ActionContentInput);
    const { details } = await expectRefusal(publish(world, draft), 'transition-refused', 'publishing');
    expectEqual(details.reason, 'incomplete', 'the reason');
    expectEqual(details.fields, [{ path: `content.${field}`, code: 'required' }], 'the fields');
    expectEqual(await read(world, draft), draft, 'the draft afterwards');
  },
);

const UNSAFE = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' https://example.org',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//example.org/x',
  '/relative',
  'example.org',
  'ftp://example.org',
  'https://user:secret@example.org',
];

const linkCases = casesFor(
  'content',
  UNSAFE,
  (link) => `${JSON.stringify(link)} is stored neither as a share link nor as a web link`,
  async (world, link) => {
    await refuseField(world, { ...content, shareLink: link }, 'content.shareLink', 'unsafe-link');
    await refuseField(world, { ...COMPLETE.open_webpage, webLink: link }, 'content.webLink', 'unsafe-link');
  },
);

const LIMITS: readonly { readonly field: string; readonly limit: number }[] = [
  { field: 'title', limit: 10_000 },
  { field: 'description', limit: 20_000 },
  { field: 'disclaimer', limit: 20_000 },
  { field: 'sampleMessage', limit: 10_000 },
  { field: 'startLabel', limit: 100 },
];

const limitCases = casesFor(
  'content',
  LIMITS,
  ({ field, limit }) => `${field} may have ${limit} characters and no more`,
  async (world, { field, limit }) => {
    await create(world, { ...content, [field]: 'x'.repeat(limit) });
    const tooLong = { ...content, [field]: 'x'.repeat(limit + 1) };
    const issue = await refuseField(world, tooLong, `content.${field}`, 'too-long');
    expectEqual(issue.limit, limit, 'the limit that is named');
  },
);

async function refuseField(world: ConformanceWorld, input: ActionContentInput, path: string, code: string) {
  const call = world.staff.call(createAction, { content: input }, { key: world.newKey() });
  const { details } = await expectRefusal(call, 'invalid-input', `creating with a wrong ${path}`);
  const issue = details.fields?.find((field) => field.path === path);
  expect(issue !== undefined, `${path} is named`);
  expectEqual(issue.code, code, `what is wrong with ${path}`);
  return issue;
}

const otherCases = casesOf('content', {
  'an action of a kind that does not exist is refused': async (world) => {
    const made = { ...content, kind: 'no_such_kind' } as unknown as ActionContentInput;
    const call = world.staff.call(createAction, { content: made }, { key: world.newKey() });
    await expectRefusal(call, 'invalid-input', 'an unknown kind');
  },
  'an account is needed unless a survey or a registration says otherwise': async (world) => {
    const draft = await create(world, { ...content, access: 'anonymous' });
    const { id, version } = draft;
    const call = world.staff.call(publishAction, { id, version });
    const { details } = await expectRefusal(call, 'transition-refused', 'sharing without an account');
    expectEqual(details.fields, [{ path: 'content.access', code: 'not-allowed' }], 'the field');
    await publish(world, await create(world, { ...COMPLETE.survey, access: 'anonymous' }));
  },
  'references to what the campaign does not have are refused': async (world) => {
    await refuseField(
      world,
      { ...content, folderIds: ['no-such'] },
      'content.folderIds.0',
      'unknown-reference',
    );
    await refuseField(
      world,
      { ...COMPLETE.peer_to_peer, targetListId: 'no-such' },
      'content.targetListId',
      'unknown-reference',
    );
    await create(world, { ...content, folderIds: [IDS.folderOfActions] });
  },
});

export const contentCases = [
  ...letterCases,
  ...kindCases,
  ...neededCases,
  ...linkCases,
  ...limitCases,
  ...otherCases,
];
