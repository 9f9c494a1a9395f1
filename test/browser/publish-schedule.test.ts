import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { getAction, type Client } from '@groundswell/elements/contract';
import '@groundswell/elements/elements/publish-panel';
import type { PublishPanelElement } from '@groundswell/elements/elements/publish-panel';

import { openCampaign, refused, watched } from './publishing.js';

const SCHEDULED = 'register-campus';

async function openSchedule(client: Client) {
  const panel: PublishPanelElement = await fixture(
    html`<div lang="en"><publish-panel action-id=${SCHEDULED} .client=${client}></publish-panel></div>`,
  ).then((frame) => frame.querySelector('publish-panel')!);
  const root = panel.shadowRoot!;
  const find = async <E extends HTMLElement = HTMLInputElement>(selector: string) => {
    await waitUntil(() => root.querySelector(selector) !== null, `${selector} is there`);
    return root.querySelector<E>(selector)!;
  };
  const text = (selector: string) =>
    root.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const says = (selector: string, words: string) =>
    waitUntil(() => text(selector).includes(words), `${selector} says ${words}`);
  // The zone of the campaign is known once the session has answered.
  await waitUntil(() => /central/i.test(text('.readout') + text('header')), 'the zone is known');
  const type = async (values: Readonly<Record<string, string>>) => {
    for (const [id, value] of Object.entries(values)) {
      const control = await find(`#${id}`);
      control.value = value;
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    await panel.updateComplete;
  };
  const save = async () => (await find('[part=publish]')).click();
  const saved = async () => (await client.call(getAction, { id: SCHEDULED })).schedule?.publishAt;
  return { panel, root, find, text, says, type, save, saved };
}

describe('a schedule', () => {
  it('is in the zone of the campaign, which is named', async () => {
    const { client } = await openCampaign();
    const { type, save, says, saved, text } = await openSchedule(client);
    await type({ date: '2032-07-04', time: '09:30' });
    expect(text('.readout')).to.contain('Sunday, July 4, 2032 at 9:30 AM Central Daylight Time');
    await save();
    await says('[role=status]', 'The action is scheduled.');
    expect(await saved()).to.equal('2032-07-04T14:30:00.000Z');
    expect(text('header')).to.contain('July 4, 2032 at 9:30 AM Central Daylight Time');
  });

  it('in an hour that clocks skip says so, and is an hour later', async () => {
    const { client } = await openCampaign();
    const { type, save, says, saved, text } = await openSchedule(client);
    await type({ date: '2032-03-14', time: '02:30' });
    expect(text('.clock-note')).to.equal(
      'Clocks in this zone skip 2:30 AM on that day. It will be published at 3:30 AM CDT instead.',
    );
    await save();
    await says('[role=status]', 'The action is scheduled.');
    expect(await saved()).to.equal('2032-03-14T08:30:00.000Z');
  });

  it('in an hour that comes twice says so, and means the first', async () => {
    const { client } = await openCampaign();
    const { type, save, says, saved, text } = await openSchedule(client);
    await type({ date: '2032-11-07', time: '01:30' });
    expect(text('.clock-note')).to.contain('the first time (1:30 AM CDT), not the second (1:30 AM CST)');
    await save();
    await says('[role=status]', 'The action is scheduled.');
    expect(await saved()).to.equal('2032-11-07T06:30:00.000Z');
  });

  it('in the past is refused at its field, and keeps what was typed', async () => {
    const { client } = await openCampaign();
    const watch = watched(client);
    const { type, save, says, find, root } = await openSchedule(watch.client);
    await type({ date: '2020-02-03', time: '10:00' });
    await save();
    await says('#date-error', 'Choose a time in the future.');
    const date = await find('#date');
    expect(root.activeElement).to.equal(date);
    expect(date.getAttribute('aria-invalid')).to.equal('true');
    expect([date.value, (await find('#time')).value]).to.deep.equal(['2020-02-03', '10:00']);
    expect(watch.calls).to.not.include('actions.schedule');
  });

  it('that only the backend knows to be past is refused at its field, too', async () => {
    const { client } = await openCampaign();
    const late = refused(client, 'transition-refused', /schedule/, { reason: 'in-the-past' });
    const { type, save, says, find, root } = await openSchedule(late);
    await type({ date: '2032-06-01', time: '10:00' });
    await save();
    await says('#date-error', 'Choose a time in the future.');
    expect(root.activeElement?.id).to.equal('date');
    expect((await find('#date')).value).to.equal('2032-06-01');
  });

  it('without a date or a time asks for what is missing', async () => {
    const { client } = await openCampaign();
    const { type, save, says, root } = await openSchedule(client);
    await type({ date: '', time: '' });
    await save();
    await says('#date-error', 'Choose a date.');
    await says('#time-error', 'Choose a time.');
    expect(root.activeElement?.id).to.equal('date');
    await type({ date: '2032-01-01' });
    await save();
    await waitUntil(() => root.activeElement?.id === 'time', 'the time has the focus');
  });

  it('can be taken away: the action is a draft again', async () => {
    const { client } = await openCampaign();
    const watch = watched(client);
    const { find, says, root } = await openSchedule(watch.client);
    const button = await find('[part=unschedule]');
    button.click();
    button.click();
    await says('#heading', 'Ready to publish?');
    await waitUntil(() => root.activeElement?.id === 'heading', 'the heading has the focus');
    expect(watch.calls.filter((name) => name === 'actions.unschedule')).to.have.length(1);
  });

  it('is told in Spanish as soon as the page is Spanish', async () => {
    const { client } = await openCampaign();
    const { panel, says, type } = await openSchedule(client);
    await type({ date: '2032-03-14', time: '02:30' });
    panel.parentElement?.setAttribute('lang', 'es');
    await says('.clock-note', 'Ese día los relojes de esta zona se saltan las 2:30.');
    await says('[part=publish]', 'Guardar la programación');
  });
});

describe('a closed action', () => {
  it('can be reopened, and is what it was before', async () => {
    const { client } = await openCampaign();
    const panel: PublishPanelElement = await fixture(
      html`<publish-panel action-id="coat-drive" .client=${client}></publish-panel>`,
    );
    const root = panel.shadowRoot!;
    await waitUntil(() => root.querySelector('[part=reopen]'));
    root.querySelector<HTMLButtonElement>('[part=reopen]')?.click();
    await waitUntil(() => root.querySelector('#heading')?.textContent === 'Published for everyone');
    expect((await client.call(getAction, { id: 'coat-drive' })).status).to.equal('published');
  });
});
