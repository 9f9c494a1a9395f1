/** By what a list of actions can be sorted. */
export const ACTION_SORTS = ['updated', 'created', 'title', 'publish_at'] as const;
