import '@groundswell/elements/all';
import { DEMO_WORDS } from './demo-words.js';
import { mirrorInAddress } from './mirror-in-address.js';
import { openPage } from './open-page.js';

const page = await openPage({ remembers: 'organizing-person', firstPerson: 'organizer' });
const manager = document.querySelector<HTMLElement>('action-manager');
const notice = document.querySelector<HTMLElement>('[data-organizers-only]');

if (manager !== null) mirrorInAddress(manager);

page?.onPerson((person) => {
  const isOrganizer = person.key === 'organizer';
  manager?.toggleAttribute('hidden', !isOrganizer);
  if (notice === null) return;
  notice.hidden = isOrganizer;
  const words = DEMO_WORDS[page.language];
  const become = document.createElement('button');
  become.type = 'button';
  become.textContent = words.beTheOrganizer;
  become.addEventListener('click', () => page.choosePerson('organizer'));
  notice.replaceChildren(`${words.organizersOnly} `, become);
});
