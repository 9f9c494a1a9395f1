import type { Generated } from 'kysely';

/** A document that is kept to the letter and never searched, as JSON text going in. */
export type Json = string;

/** Tables of the store: what the ports of the backend ask about. Every one begins with the organization. */
export interface StoreTables {
  campaigns: {
    org_id: string;
    revision: string;
    body: Json;
    /** Changes made by older transactions may have been forgotten. */
    changes_kept_since: Generated<string>;
  };
  users: {
    org_id: string;
    id: string;
    version: Generated<number>;
    first_name: string;
    last_name: string;
    email: string | null;
    /** As people search: without case and accents. */
    search_text: string;
    sort_text: string;
    role: string;
    language: string;
    district_ids: string[];
  };
  user_lists: {
    org_id: string;
    id: string;
    version: Generated<number>;
    folder_id: string | null;
    name: string;
    search_text: string;
    sort_text: string;
  };
  user_list_members: { org_id: string; list_id: string; user_id: string; place: number };
  /** What organizers choose from by name: contact lists, folders, districts, tags and fields. */
  lookups: {
    org_id: string;
    kind: string;
    id: string;
    version: Generated<number>;
    rank: number;
    search_text: string;
    sort_text: string;
    body: Json;
  };
  actions: {
    org_id: string;
    id: string;
    version: number;
    kind: string;
    status: string;
    visibility: string;
    featured: boolean;
    content: Json;
    audience: Json;
    schedule: Json;
    publish_failure: string | null;
    copied_from_id: string | null;
    created_at: string;
    updated_at: string;
    published_at: string | null;
    closed_at: string | null;
    deleted_at: string | null;
    /** What lists, the feed and the schedule ask for, taken from the documents. */
    publish_at: string | null;
    closes_at: string | null;
    /** When it is or was published; before all times where that is open. */
    shown_at: string;
    folder_ids: string[];
    district_ids: string[];
    languages: string[];
    search_text: string;
    sort_text: string;
  };
  deliveries: { org_id: string; action_id: string; user_id: string; source: string; sent_at: string };
  share_links: { org_id: string; token: string; action_id: string };
  referrals: { org_id: string; code: string; action_id: string; participant: string };
  idempotency_keys: {
    org_id: string;
    scope: string;
    fingerprint: string;
    at: string;
    answer: Json | null;
  };
  sign_in_codes: { org_id: string; address: string; expires_at: string; body: Json };
  sessions: {
    org_id: string;
    id: string;
    user_id: string;
    created_at: string;
    expires_at: string;
    ended_at: string | null;
  };
  /** Which events there are, so that one told twice is one: the log itself is in parts by month. */
  event_ids: { org_id: string; id: string };
  events: {
    org_id: string;
    id: string;
    action_id: string;
    participant: string;
    recorded_at: string;
    body: Json;
  };
  /** What has to be remembered of a participant, or of `contact:` and a contact, to count them once. */
  result_states: { org_id: string; action_id: string; subject: string; body: Json };
  /** Sums of an action, in several shards so that those who count at once don't wait for each other. */
  result_counters: {
    org_id: string;
    action_id: string;
    name: string;
    shard: number;
    /** The whole name as JSON, where it is too long or too odd to be a key. */
    label: string | null;
    value: number;
  };
  changes: {
    org_id: string;
    id: Generated<number>;
    made_by: Generated<string>;
    topic: string;
    action_id: string | null;
    at: Generated<string>;
  };
}
