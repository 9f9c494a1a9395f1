/** What a change can be about. Apart from its schema, since pages carry it too. */
export const CHANGE_TOPICS = ['actions', 'results'] as const;
