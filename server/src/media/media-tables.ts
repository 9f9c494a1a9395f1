/** Files that belong to an organization. The bytes are in a storage, or in parts while they are being sent. */
export interface MediaTables {
  media: {
    org_id: string;
    id: string;
    state: 'uploading' | 'ready';
    purpose: 'hero' | 'outgoing' | 'logo';
    /** As announced, and then as received. */
    bytes: number;
    /** What it turned out to be; null until everything is here. */
    type: string | null;
    width: number | null;
    height: number | null;
    sha256: string | null;
    created_by: string;
    created_at: string;
    /** When an unfinished upload is given up; null once it is finished. */
    expires_at: string | null;
  };
}
