import '@groundswell/elements/all';
import { configure } from '@groundswell/elements';
import { createEmbeddedClient } from '@groundswell/elements/embedded';
import { riverbend } from '@groundswell/elements/mocks';

const campaign = riverbend({ now: new Date() });
const published = campaign.actions.find(
  ({ status, content }) => status === 'published' && content.kind === 'social_sharing',
);
const client = createEmbeddedClient({
  campaign,
  caller: { userId: campaign.users.find(({ role }) => role === 'admin')?.id ?? '' },
  links: { web: `${location.origin}/?share={token}` },
});
await client.ready();
configure({ client });

/** Listens on the window and never stops: the mistake that the leak test must be able to see. */
class PlantedLeak extends HTMLElement {
  connectedCallback() {
    addEventListener('resize', () => this.append(''));
  }
}
customElements.define('planted-leak', PlantedLeak);

async function mountAndRemove(tag: string, times: number): Promise<void> {
  for (let mount = 0; mount < times; mount += 1) {
    const element = document.createElement(tag);
    element.setAttribute('action-id', published?.id ?? '');
    document.body.append(element);
    await ('updateComplete' in element ? element.updateComplete : undefined);
    if (mount % 100 === 0) await new Promise((settle) => setTimeout(settle, 20));
    element.remove();
  }
  await new Promise((settle) => setTimeout(settle, 500));
}

Object.assign(globalThis, { mountAndRemove });
