import { campaignData, type CampaignData } from '../campaign-data-schema.js';
import { explainIssue } from './explain-issue.js';
import { indexJson } from './index-json.js';
import { locateJsonError } from './locate-json-error.js';

/** What is wrong in a campaign file, and where: line and column count from 1. */
export interface CampaignFileProblem {
  readonly line: number;
  readonly column: number;
  /** The field, such as `actions[2].content.title`; empty for the file as a whole. */
  readonly field: string;
  readonly message: string;
}

export type CampaignFileCheck =
  | { readonly ok: true; readonly data: CampaignData }
  | { readonly ok: false; readonly problems: readonly CampaignFileProblem[] };

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
    const why = error instanceof Error ? error.message : 'it cannot be read';
    const { line, column, message } = locateJsonError(json) ?? { line: 1, column: 1, message: why };
    return { ok: false, problems: [{ line, column, field: '', message: `is not JSON: ${message}` }] };
  }
  const parsed = campaignData.safeParse(value);
  if (parsed.success) return { ok: true, data: parsed.data };
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

/** The problems as lines to print, each beginning as compilers do: `file:line:column`. */
export const describeProblems = (
  name: string,
  problems: readonly CampaignFileProblem[],
): readonly string[] => [
  ...problems.map(({ line, column, field, message }) =>
    [`${name}:${line}:${column}`, field, message].filter((part) => part !== '').join(' '),
  ),
  `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${name}.`,
];

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
