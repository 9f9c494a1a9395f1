const MADE = '2026-01-01T00:00:00.000Z';

/** Ids of one organization: `org-1-staff-1`, `org-1-volunteer-1`, `org-1-action-1`, each from 1. */
const idsOf = (orgId, role, count) =>
  Array.from({ length: count }, (_, index) => `${orgId}-${role}-${index + 1}`);

const person = (role) => (id) => ({
  ...{ id, role, firstName: 'Some', lastName: 'Body', email: `${id}@people.example`, language: 'en' },
  districtIds: [],
});

/** An action that everybody with an account may do, as often as they like. */
const openPage = (id) => ({
  ...{ id, status: 'published', visibility: 'public' },
  content: {
    ...{ kind: 'open_webpage', title: id, description: 'Read a page' },
    webLink: 'https://page.example/',
  },
  ...{ createdAt: MADE, updatedAt: MADE, publishedAt: MADE },
});

/**
 * A small campaign as a campaign file writes it, and the ids that are in it.
 *
 * @param {string} orgId
 * @param {{ staff: number, volunteers: number, actions: number }} counts
 */
export function makeCampaign(orgId, { staff, volunteers, actions }) {
  const staffIds = idsOf(orgId, 'staff', staff);
  const volunteerIds = idsOf(orgId, 'volunteer', volunteers);
  const actionIds = idsOf(orgId, 'action', actions);
  const data = {
    revision: 'bench-1',
    campaign: { id: orgId, name: orgId, timeZone: 'America/Chicago', languages: ['en'], kinds: KINDS },
    users: [...staffIds.map(person('staff')), ...volunteerIds.map(person('volunteer'))],
    userLists: [{ id: `${orgId}-everybody`, name: 'Everybody', folderId: null, userIds: volunteerIds }],
    actions: actionIds.map(openPage),
  };
  return { data, orgId, staffIds, volunteerIds, actionIds, listId: `${orgId}-everybody` };
}

const KINDS = [
  ...['peer_to_peer', 'friend_to_friend', 'canvassing', 'social_sharing', 'video_stories', 'survey'],
  ...['open_webpage', 'voter_registration'],
];
