/** What was done how often, for limits. */
export interface LimitsTables {
  rate_limits: {
    org_id: string;
    /** What is counted, and of whom. */
    bucket: string;
    /** When counting began. */
    window_start: string;
    /** When it ends, and the row may be forgotten. */
    window_end: string;
    count: number;
  };
}
