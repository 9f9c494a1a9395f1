import type { Overview, Performance, Rate } from './results-schema.js';

/** The figures of the overview, in the order in which people reach them. */
export const OVERVIEW_METRICS = [
  'sentTo',
  'seen',
  'started',
  'completed',
  'performs',
  'reports',
] as const satisfies readonly (keyof Overview)[];

/** The figures that kinds of action measure beyond the overview, in the order in which they are read. */
export const PERFORMANCE_METRICS = [
  ...['opens', 'openers', 'finished', 'notFinished'],
  ...['views', 'starts', 'submissions', 'completionRate'],
  ...['copies', 'nativeShares', 'clicks', 'conversions', 'cancelled'],
  ...['checks', 'handedOff', 'selfReported', 'pledged', 'referrals'],
  ...['peopleReached', 'initials', 'responses', 'followUps', 'segments'],
  ...['responseRate', 'optOutRate', 'errorRate', 'availableReportsFilled', 'emailsStarted', 'callsStarted'],
] as readonly PerformanceMetric[];

type KeysOf<T> = T extends unknown ? keyof T : never;

export type OverviewMetric = (typeof OVERVIEW_METRICS)[number];
export type PerformanceMetric = Exclude<KeysOf<Performance>, 'kind' | 'byNetwork' | 'answers'>;
export type Metric = OverviewMetric | PerformanceMetric;

/** One figure: a count, or a share with both its parts. */
export interface Figure {
  readonly metric: PerformanceMetric;
  readonly value: number | Rate;
}

/** The figures that this kind of action has, in their order; none that it does not have. */
export function figuresOf(performance: Performance): Figure[] {
  const figures = performance as Partial<Record<PerformanceMetric, number | Rate>>;
  return PERFORMANCE_METRICS.flatMap((metric) => {
    const value = Object.hasOwn(figures, metric) ? figures[metric] : undefined;
    return value === undefined ? [] : [{ metric, value }];
  });
}
