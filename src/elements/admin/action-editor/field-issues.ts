import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { checkDraft, fieldOf } from '../../../domain/action/check-draft.js';
import type { FieldIssue } from '../../../domain/values/field-issue-schema.js';
import type { DraftController } from './draft-controller.js';
import { isAutosaved, type Draft } from './draft-state.js';
import type { EditorWords } from './editor-words.js';
import { issueText } from './issue-text.js';

interface Attempt {
  readonly wasSaved: boolean;
}

/** Issues that are worth saying before the person has left the field. */
const AT_ONCE: ReadonlySet<FieldIssue['code']> = new Set(['too-long', 'too-many']);

/**
 * What is wrong with which field, and when to say so: after the field was left, or once somebody has tried to save. The
 * rules are those of the domain; what a backend adds to them is shown beside its field, too.
 */
export class FieldIssues implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #draft: DraftController;
  readonly #words: EditorWords;
  #touched = new Set<string>();
  #attempt: Attempt | undefined;
  #about: string | undefined;
  #checked: { readonly draft: Draft; readonly issues: readonly FieldIssue[] } | undefined;

  constructor(host: ReactiveControllerHost, draft: DraftController, words: EditorWords) {
    this.#host = host;
    this.#draft = draft;
    this.#words = words;
    host.addController(this);
  }

  hostUpdate(): void {
    const { draft } = this.#draft;
    const about = draft && `${draft.content.kind}/${draft.base?.createdAt ?? ''}`;
    // A draft that was saved for the first time is still the same form.
    const isSame = about === this.#about || this.#about?.endsWith('/') === true;
    this.#about = about;
    if (isSame || this.#checked === undefined) return;
    this.#touched = new Set();
    this.#attempt = undefined;
  }

  /** What to list after a save that left something open; nothing once all of it is mended. */
  get summary(): (Attempt & { readonly issues: readonly FieldIssue[] }) | undefined {
    const { issues } = this;
    return this.#attempt === undefined || issues.length === 0 ? undefined : { ...this.#attempt, issues };
  }

  get issues(): readonly FieldIssue[] {
    const { draft } = this.#draft;
    if (draft === undefined) return [];
    if (this.#checked?.draft !== draft) this.#checked = { draft, issues: this.#check(draft) };
    return this.#checked.issues;
  }

  errorOf(name: string): string | undefined {
    const issue = this.issues.find(({ path }) => fieldOf(path) === name || path === `media.${name}`);
    const isTime = this.#attempt !== undefined || this.#touched.has(name);
    return issue !== undefined && (isTime || AT_ONCE.has(issue.code))
      ? issueText(this.#words, issue)
      : undefined;
  }

  touch(name: string): void {
    if (this.#touched.has(name)) return;
    this.#touched.add(name);
    this.#host.requestUpdate();
  }

  /**
   * Saves a draft whatever is missing, and what is published only when nothing is. True when it is saved and complete;
   * otherwise `summary` says what is open.
   */
  async trySave(): Promise<boolean> {
    const { draft } = this.#draft;
    if (draft === undefined) return false;
    const mayBeIncomplete = isAutosaved(draft) || draft.base?.status === 'scheduled';
    const isSaved = mayBeIncomplete || this.issues.length === 0 ? await this.#draft.flush() : false;
    this.#attempt = { wasSaved: isSaved };
    this.#host.requestUpdate();
    return isSaved && this.issues.length === 0;
  }

  #check(draft: Draft): readonly FieldIssue[] {
    const { saving, content } = draft;
    const issues = checkDraft(content);
    const refused = saving.status === 'failed' ? (saving.error.details.fields ?? []) : [];
    const known = new Set(issues.map(({ path }) => fieldOf(path)));
    const added = refused.filter(({ path }) => !known.has(fieldOf(path)));
    return [...issues, ...added.map((issue) => ({ ...issue, path: issue.path.replace(/^content\./, '') }))];
  }
}
