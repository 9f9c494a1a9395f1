import type { ActionEvent } from './event-schema.js';
import { rateOf } from './rates.js';
import type { Overview, Performance } from './results-schema.js';
import { selectDeeds, type ResultOf } from './select-events.js';

type SurveyFigures = Extract<Performance, { kind: 'survey' }>;

/** How a survey went. Views and submissions are counted, starts and completion are of people. */
export function tallySurvey(events: readonly ActionEvent[], { started, completed }: Overview): SurveyFigures {
  const deeds = selectDeeds(events, 'survey');
  const submissions = deeds.filter((deed) => deed.isPerform).map(({ result }) => result);
  return {
    kind: 'survey',
    views: deeds.filter(({ result }) => result.outcome === 'viewed').length,
    starts: started,
    submissions: submissions.length,
    completionRate: rateOf(completed, started),
    answers: tallyAnswers(submissions),
  };
}

/** How often each answer was given, by question, the most frequent first; an answer with several values counts for each. */
function tallyAnswers(submissions: readonly ResultOf<'survey'>[]): SurveyFigures['answers'] {
  const counts = new Map<string, Map<string, number>>();
  for (const { answers } of submissions) {
    for (const [questionId, answer] of Object.entries(answers)) {
      const values = counts.get(questionId) ?? new Map<string, number>();
      for (const value of new Set(Array.isArray(answer) ? answer : [String(answer)]))
        values.set(value, (values.get(value) ?? 0) + 1);
      counts.set(questionId, values);
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([questionId, values]) =>
      [...values]
        .sort(([valueA, a], [valueB, b]) => b - a || (valueA < valueB ? -1 : 1))
        .map(([value, count]) => ({ questionId, value, count })),
    );
}
