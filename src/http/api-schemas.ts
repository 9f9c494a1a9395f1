import * as z from 'zod/mini';

import { contract } from '../contract/contract.js';
import { change } from '../contract/changes.js';
import { engagement, feedAction, shareToken } from '../contract/feed.js';
import { shareLinks } from '../contract/links.js';
import { userListSummary } from '../contract/lookups.js';
import type { Operation } from '../contract/operation.js';
import { cursor } from '../contract/page-schema.js';
import { problem } from '../contract/problem.js';
import { session } from '../contract/session.js';
import { action, actionContent, audience, schedule } from '../domain/action/action-schema.js';
import { audienceExplanation } from '../domain/audience/audience-schema.js';
import { link } from '../domain/links/link-schema.js';
import { media } from '../domain/media/media-schema.js';
import { campaign } from '../domain/people/campaign-schema.js';
import { contactList, district, folder, user } from '../domain/people/people-schema.js';
import { performResult } from '../domain/perform/perform-schema.js';
import { customField } from '../domain/report/field-schema.js';
import { tag } from '../domain/report/tag-schema.js';
import { results } from '../domain/results/results-schema.js';
import { script } from '../domain/script/script-schema.js';
import { question } from '../domain/survey/question-schema.js';
import { fieldIssue } from '../domain/values/field-issue-schema.js';
import { id, timestamp } from '../domain/values/id-schema.js';
import { language } from '../domain/values/language-schema.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ApiSchemas {
  /** The named shapes, for `components.schemas`. */
  readonly components: Readonly<Record<string, JsonSchema>>;
  /** What goes in, by the name of the operation: an object whose members are named shapes where they have a name. */
  readonly inputs: ReadonlyMap<string, JsonSchema>;
  readonly outputs: ReadonlyMap<string, JsonSchema>;
}

type Named = Readonly<Record<string, z.core.$ZodType>>;

/** The same shape on the way in and on the way out. */
const VALUES: Named = {
  Id: id,
  Timestamp: timestamp,
  Language: language,
  Link: link,
  Cursor: cursor,
  ShareToken: shareToken,
  Schedule: schedule,
};

/** Members with a default may be left out on the way in and are there on the way out: two shapes, two names. */
const WRITTEN: Named = {
  ActionContentInput: actionContent,
  PerformResultInput: performResult,
  MediaInput: media,
  ScriptInput: script,
  QuestionInput: question,
};

const ANSWERED: Named = {
  Action: action,
  ActionContent: actionContent,
  Audience: audience,
  AudienceExplanation: audienceExplanation,
  Campaign: campaign,
  Change: change,
  ContactList: contactList,
  CustomField: customField,
  District: district,
  Engagement: engagement,
  FeedAction: feedAction,
  FieldIssue: fieldIssue,
  Folder: folder,
  Media: media,
  Problem: problem,
  Question: question,
  Results: results,
  Script: script,
  Session: session,
  ShareLinks: shareLinks,
  Tag: tag,
  User: user,
  UserListSummary: userListSummary,
};

/** Every shape of the contract as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. */
export function collectApiSchemas(): ApiSchemas {
  const operations = Object.values<Operation>(contract);
  const input = convert('input', { ...VALUES, ...WRITTEN }, operations);
  const output = convert('output', { ...VALUES, ...ANSWERED }, operations);
  return { components: { ...input.named, ...output.named }, inputs: input.whole, outputs: output.whole };
}

function convert(io: 'input' | 'output', names: Named, operations: readonly Operation[]) {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(names)) registry.add(schema, { id: name });
  // An operation whose whole input or output has a name keeps that name.
  for (const operation of operations)
    if (!registry.has(operation[io])) registry.add(operation[io], { id: operation.name });
  const { schemas } = z.toJSONSchema(registry, { io, uri: toReference });
  const plain = new Map(Object.entries(schemas).map(([name, schema]) => [name, withoutMarks(schema)]));
  const whole = new Map<string, JsonSchema>();
  for (const operation of operations) {
    const name = registry.get(operation[io])?.id ?? '';
    whole.set(operation.name, name in names ? { $ref: toReference(name) } : (plain.get(name) ?? {}));
  }
  return { named: Object.fromEntries([...plain].filter(([name]) => name in names)), whole };
}

const toReference = (name: string): string => `#/components/schemas/${name}`;

/** What every shape says of itself is said once for the document. */
function withoutMarks(schema: object): JsonSchema {
  const { $schema: _dialect, $id: _id, id: _name, ...rest } = schema as Record<string, unknown>;
  return rest;
}
