import type { CampaignDataInput } from '../../src/backend/index.js';

import type { SceneName, SceneUrl } from './scene-names.js';
import { sceneSize } from './draw-scene.js';

type SeedAction = NonNullable<CampaignDataInput['actions']>[number];
type Content = SeedAction['content'];
type Audience = NonNullable<SeedAction['audience']>;
type Picture = NonNullable<Content['media']>;

/** When something in an action's life happened, in days before `now`; negative is to come. */
interface Life {
  readonly created: number;
  readonly published?: number;
  readonly closed?: number;
  readonly deleted?: number;
  /** The time a draft is to be published, and for whom. */
  readonly scheduled?: readonly [daysAgo: number, visibility: 'public' | 'private'];
}

/** An action of the invented campaign, told relative to `now`. */
export interface PlannedAction {
  readonly id: string;
  readonly content: Content;
  readonly life: Life;
  /** Absent: public once it is published. */
  readonly visibility?: 'private';
  readonly featured?: boolean;
  readonly audience?: Partial<Audience>;
  readonly copiedFromId?: string;
  readonly publishFailure?: 'incomplete' | 'nobody-selected';
}

/** Draws a picture for the campaign, with words for those who can't see it. */
export type Draw = (name: SceneName, alt: string) => Picture;

export const drawWith =
  (sceneUrl: SceneUrl): Draw =>
  (name, alt) => {
    const [width, height] = sceneSize(name);
    return { url: sceneUrl(name), alt, width, height };
  };

const DAY = 86_400_000;

/** The moment this many days before `now`, as ISO 8601. */
export const daysBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * DAY).toISOString();

function statusOf(life: Life): SeedAction['status'] {
  if (life.deleted !== undefined) return 'deleted';
  if (life.closed !== undefined) return 'closed';
  if (life.published !== undefined) return 'published';
  return life.scheduled === undefined ? 'draft' : 'scheduled';
}

/** The planned action as a row of campaign data at `now`. */
export function toSeedAction(plan: PlannedAction, now: Date): SeedAction {
  const { life } = plan;
  const at = (days: number | undefined): string | null => (days === undefined ? null : daysBefore(now, days));
  const [scheduledFor, scheduledVisibility] = life.scheduled ?? [];
  const lastChange = life.deleted ?? life.closed ?? life.published ?? Math.max(life.created - 1.5, 0.2);
  return {
    id: plan.id,
    content: plan.content,
    status: statusOf(life),
    visibility: life.published === undefined ? 'unpublished' : (plan.visibility ?? 'public'),
    featured: plan.featured ?? false,
    audience: { listIds: [], userIds: [], districtIds: [], languages: [], ...plan.audience },
    schedule:
      scheduledFor === undefined || scheduledVisibility === undefined
        ? null
        : { publishAt: daysBefore(now, scheduledFor), visibility: scheduledVisibility },
    publishFailure: plan.publishFailure ?? null,
    copiedFromId: plan.copiedFromId ?? null,
    createdAt: daysBefore(now, life.created),
    updatedAt: daysBefore(now, lastChange),
    publishedAt: at(life.published),
    closedAt: at(life.closed),
    deletedAt: at(life.deleted),
  };
}
