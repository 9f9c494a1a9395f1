import { CHANGE_TOPICS } from '../contract/change-topic.js';
import type { Change } from '../contract/changes.js';

/** Changes for those who may not know which actions there are: only that something changed, once per topic. */
export function hideActions(changes: readonly Change[]): Change[] {
  const topics = new Set(changes.map((change) => change.topic));
  return CHANGE_TOPICS.filter((topic) => topics.has(topic)).map((topic) => ({ topic, actionId: null }));
}
