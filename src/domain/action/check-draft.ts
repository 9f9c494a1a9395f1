import { toFieldIssue, type FieldIssue } from '../values/field-issue-schema.js';
import { actionContent, type ActionContent } from './action-schema.js';
import { checkContent } from './check-content.js';

/**
 * Everything that is wrong with what somebody is writing, at most one issue per path, in the order of the form: what no backend would store (a text
 * that is too long, a link that is not a full web address), and what publishing needs beyond it.
 */
export function checkDraft(content: ActionContent): FieldIssue[] {
  const issues = new Map<string, FieldIssue>();
  for (const issue of [...checkContent(content), ...checkShape(content)]) issues.set(issue.path, issue);
  const order = Object.keys(content);
  const placeOf = ({ path }: FieldIssue) => order.indexOf(fieldOf(path));
  return [...issues.values()].sort((a, b) => placeOf(a) - placeOf(b));
}

/** What stands between this content and a backend that stores drafts; empty when it can be saved to the letter. */
export function checkShape(content: ActionContent): FieldIssue[] {
  const parsed = actionContent.safeParse(content);
  return parsed.success ? [] : parsed.error.issues.map(toFieldIssue);
}

/** The field that a path such as `areaCodes.0` is about: `areaCodes`. */
export const fieldOf = (path: string): string => path.replace(/^content\./, '').split('.', 1)[0] ?? '';

/**
 * The part of what somebody is writing that a backend stores: each field that it would refuse keeps its last saved value,
 * so that one bad link does not keep the rest from being saved.
 */
export function keepSavable(content: ActionContent, saved: ActionContent): ActionContent {
  const refused = new Set(checkShape(content).map(({ path }) => fieldOf(path)));
  if (refused.size === 0) return content;
  const kept = Object.entries(saved).filter(([field]) => refused.has(field));
  return { ...content, ...Object.fromEntries(kept) };
}
