import { campaignData } from '@groundswell/elements/embedded';

import { explainIssue } from './explain-issue.js';
import { indexJson } from './index-json.js';

/** What is wrong in a campaign file, and where: line and column count from 1. */
export interface CampaignFileProblem {
  readonly line: number;
  readonly column: number;
  /** The field, such as `actions[2].content.title`; empty for the file as a whole. */
  readonly field: string;
  readonly message: string;
}

export type CampaignFileCheck =
  { readonly ok: true } | { readonly ok: false; readonly problems: readonly CampaignFileProblem[] };

type Path = readonly (string | number)[];

/**
 * Checks the text of a campaign file: every field that is wrong, in the order of the file.
 *
 * @param text - The file as text; it may begin with a byte order mark.
 */
export function checkCampaignFile(text: string): CampaignFileCheck {
  const json = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'is not JSON';
    return { ok: false, problems: [{ line: 1, column: 1, field: '', message }] };
  }
  const parsed = campaignData.safeParse(value);
  if (parsed.success) return { ok: true };
  const offsets = indexJson(json);
  const found = parsed.error.issues.map((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    return {
      at: findOffset(offsets, path),
      field: toField(path),
      message: explainIssue(issue, offsets.has(JSON.stringify(path))),
    };
  });
  const problems = found
    .sort((a, b) => a.at - b.at)
    .map(({ at, field, message }) => ({ ...toPosition(json, at), field, message }));
  return { ok: false, problems };
}

/** Where the field is; a field that is missing is where the object is that lacks it. */
function findOffset(offsets: ReadonlyMap<string, number>, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const at = offsets.get(JSON.stringify(path.slice(0, length)));
    if (at !== undefined) return at;
  }
  return offsets.get('[]') ?? 0;
}

const toField = (path: Path): string =>
  path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('');

function toPosition(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
