import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { getAction, getResults, updateAction, type Client } from '@groundswell/elements/contract';
import '@groundswell/elements/elements/publish-panel';
import type { PublishPanelElement } from '@groundswell/elements/elements/publish-panel';

import { openCampaign, refused, watched, type Campaign } from './publishing.js';

const SCHEDULED = 'register-campus';
const DRAFT = 'walk-leaflets';
const PRIVATE = 'new-volunteer-handbook';
const PUBLIC = 'share-library-story';

async function openPanel(id: string, client: Client) {
  const panel: PublishPanelElement = await fixture(
    html`<publish-panel action-id=${id} .client=${client}></publish-panel>`,
  );
  const root = panel.shadowRoot!;
  const find = <E extends HTMLElement = HTMLInputElement>(selector: string) =>
    waitUntil(() => root.querySelector(selector) !== null, `${selector} is there`).then(() =>
      root.querySelector<E>(selector)!,
    );
  const press = async (selector: string) => (await find(selector)).click();
  const type = async (id: string, value: string) => {
    const control = await find(`#${id}`);
    control.value = value;
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await panel.updateComplete;
  };
  const text = (selector: string) =>
    root.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const says = (selector: string, words: RegExp | string) =>
    waitUntil(
      () => (typeof words === 'string' ? text(selector).includes(words) : words.test(text(selector))),
      `${selector} says ${String(words)}`,
    );
  await find('#heading');
  await waitUntil(
    () => text('.total') !== '' || root.querySelector('.layout') === null,
    'people are counted',
  );
  return { panel, root, find, press, type, text, says };
}

const stored = ({ client }: Pick<Campaign, 'client'>, id: string) => client.call(getAction, { id });

describe('what is missing', () => {
  it('is listed by the name of its field, and asks to be taken there', async () => {
    const { client } = await openCampaign();
    const { panel, text, find } = await openPanel(DRAFT, client);
    expect(text('.missing')).to.contain('Description').and.to.contain('This is required.');
    setTimeout(() => void find('.missing button').then((button) => button.click()));
    const request = await oneEvent<CustomEvent<unknown>>(panel, 'action-field-request');
    expect(request.detail).to.deep.equal({ actionId: DRAFT, field: 'description' });
  });

  it('keeps the button from being pressed, with the reason beside it', async () => {
    const { client } = await openCampaign();
    const { find, text } = await openPanel(DRAFT, client);
    const button = await find<HTMLButtonElement>('[part=publish]');
    expect(button.disabled).to.be.true;
    expect(button.getAttribute('aria-describedby')).to.equal('reason');
    expect(text('#reason')).to.contain('Something is still missing');
  });
});

describe('making an action public', () => {
  const openDialog = async (campaign: Campaign) => {
    const opened = await openPanel(SCHEDULED, campaign.client);
    await opened.press('#when-now');
    await opened.press('[part=publish]');
    return { ...opened, dialog: await opened.find<HTMLDialogElement>('dialog[open]') };
  };

  it('asks once more, and does nothing until the box is ticked', async () => {
    const campaign = await openCampaign();
    const { dialog, press } = await openDialog(campaign);
    expect(dialog.textContent).to.contain('never be made private again').and.to.contain('18 people');
    await press('[part=confirm]');
    expect(dialog.open).to.be.true;
    expect((await stored(campaign, SCHEDULED)).status).to.equal('scheduled');
  });

  it('changes nothing when the question is closed, and the box is empty the next time', async () => {
    const campaign = await openCampaign();
    const { dialog, press, find } = await openDialog(campaign);
    await press('dialog [type=checkbox]');
    dialog.close();
    await waitUntil(async () => !(await find('dialog [type=checkbox]')).checked);
    expect((await stored(campaign, SCHEDULED)).status).to.equal('scheduled');
  });

  it('says so, moves to the new heading and offers the links', async () => {
    const campaign = await openCampaign();
    const { press, says, root, find } = await openDialog(campaign);
    await press('dialog [type=checkbox]');
    await press('[part=confirm]');
    await says('#heading', 'Published for everyone');
    await says('[role=status]', 'The action is public now.');
    await waitUntil(() => root.activeElement?.id === 'heading', 'the heading has the focus');
    expect((await find('share-options')).getAttribute('action-id')).to.equal(SCHEDULED);
    expect((await stored(campaign, SCHEDULED)).visibility).to.equal('public');
  });

  it('is stopped by a page that cancels the request', async () => {
    const campaign = await openCampaign();
    const { panel, press } = await openDialog(campaign);
    const asked: string[] = [];
    panel.addEventListener('action-publish-request', (event) => {
      asked.push(event.detail.actionId);
      event.preventDefault();
    });
    await press('dialog [type=checkbox]');
    await press('[part=confirm]');
    await waitUntil(() => asked.length === 1);
    expect((await stored(campaign, SCHEDULED)).status).to.equal('scheduled');
  });

  it('cannot be turned around, and says why where the choice would be', async () => {
    const { client } = await openCampaign();
    const { find, text } = await openPanel(PUBLIC, client);
    expect((await find('#who-private')).disabled).to.be.true;
    expect(text('#who-private-hint')).to.equal('A public action cannot be made private again.');
  });

  it('saves new limits first, so that nobody sees it in between who should not', async () => {
    const campaign = await openCampaign();
    const { client, calls } = watched(campaign.client);
    const { press, says } = await openPanel(SCHEDULED, client);
    await press('.languages input');
    await press('#when-now');
    await press('[part=publish]');
    await press('dialog [type=checkbox]');
    await press('[part=confirm]');
    await says('#heading', 'Published for everyone');
    expect(calls.filter((name) => /update|publish/.test(name))).to.deep.equal([
      'actions.update',
      'actions.publish',
    ]);
    expect((await stored(campaign, SCHEDULED)).audience.languages).to.deep.equal(['en']);
  });
});

describe('sending privately', () => {
  it('shows the lists that a folder stands for and how many people they are, before anything is sent', async () => {
    const campaign = await openCampaign();
    const { press, says } = await openPanel(SCHEDULED, campaign.client);
    await press('#when-now');
    await press('#who-private');
    await press('#summary-folders');
    await press('#option-folders-0');
    await says(
      '.expansion',
      'Canvass captains (11 people), Text team (20 people), and Weekend walkers (27 people)',
    );
    await says('.reach', 'Together that is 41 people.');
    await press('[part=publish]');
    await says('#heading', 'Published privately');
    const { overview } = await campaign.client.call(getResults, { actionId: SCHEDULED });
    expect(overview.sentTo).to.equal(41);
  });

  it('is refused in words while nobody is chosen', async () => {
    const { client } = await openCampaign();
    const { find, text } = await openPanel(PRIVATE, client);
    expect((await find<HTMLButtonElement>('[part=publish]')).disabled).to.be.true;
    expect(text('#reason')).to.equal('Choose at least one list or person first.');
  });

  it('keeps the lists of a folder with a schedule', async () => {
    const campaign = await openCampaign();
    const { press, says } = await openPanel(SCHEDULED, campaign.client);
    await press('#who-private');
    await press('#summary-folders');
    await press('#option-folders-0');
    await says('.expansion', 'Text team');
    await press('[part=publish]');
    await says('[role=status]', 'The action is scheduled.');
    const { audience, schedule } = await stored(campaign, SCHEDULED);
    expect(schedule?.visibility).to.equal('private');
    expect([...audience.listIds].sort()).to.deep.equal([
      'ul-canvass-captains',
      'ul-text-team',
      'ul-weekend-walkers',
    ]);
  });
});

describe('choosing from a long list', () => {
  it('loads more on request and goes on with the first of the new', async () => {
    const { client } = await openCampaign();
    const { press, root, find } = await openPanel(PRIVATE, client);
    await press('#summary-users');
    await press('#more-users');
    await find('#option-users-20');
    await waitUntil(() => root.activeElement?.id === 'option-users-20', 'the first new one has the focus');
    expect(root.querySelectorAll('.options input')).to.have.length(40);
  });

  it('finds by name, and keeps what is chosen beside the list', async () => {
    const { client } = await openCampaign();
    const { press, type, says, text } = await openPanel(PRIVATE, client);
    await press('#summary-users');
    await type('search-users', 'marigold');
    await says('.found', '1 found');
    await press('#option-users-0');
    await type('search-users', 'nobody is called that');
    await says('.picker-body:has(#search-users)', 'Nothing matches.');
    expect(text('.chips')).to.equal('Marigold Finch');
  });

  it('keeps the focus close when something chosen is taken away', async () => {
    const { client } = await openCampaign();
    const { press, find, root } = await openPanel(PRIVATE, client);
    await press('#summary-lists');
    await press('#option-lists-0');
    await press('#option-lists-1');
    (await find('.chips li:first-child button')).click();
    await waitUntil(() => root.activeElement?.id.startsWith('chip-lists-'), 'the next one has the focus');
    (await find('.chips button')).click();
    await waitUntil(
      () => root.activeElement?.id === 'summary-lists',
      'the heading of the list has the focus',
    );
  });
});

describe('the audience explainer', () => {
  it('counts again as soon as a choice is made, and says what each rule does', async () => {
    const { client } = await openCampaign();
    const { press, says, text } = await openPanel(DRAFT, client);
    expect(text('.total')).to.equal('60 people will see it');
    await press('.languages label:last-child input');
    await says('.rules', 'Who use the app in: Spanish');
    await says('.total', /^(?!60)\d+ people will see it$/);
    await says('.rules li:last-child', /^Who use the app in: Spanish \d+ of 60 \d+ people less$/);
  });

  it('says that it cannot count, and leaves the rest to work with', async () => {
    const { client } = await openCampaign();
    const broken: PublishPanelElement = await fixture(
      html`<publish-panel
        action-id=${SCHEDULED}
        .client=${refused(client, 'unavailable', /audience/)}
      ></publish-panel>`,
    );
    await waitUntil(() => broken.shadowRoot?.querySelector('.explainer [role=alert]'), 'words are there');
    expect(broken.shadowRoot?.querySelector<HTMLButtonElement>('[part=publish]')?.disabled).to.be.false;
  });
});

/** The day that the organizer chose: in the campaign's own time zone, whatever the hour. */
const dayInChicago = (instant = ''): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date(instant));

describe('when others change the same action', () => {
  it('says that it changed and how it is now, and keeps what was chosen', async () => {
    const campaign = await openCampaign();
    const deaf = { ...campaign.client, subscribe: () => () => undefined };
    const { press, type, says, find, root } = await openPanel(SCHEDULED, deaf);
    await type('date', '2032-05-20');
    const { version } = await stored(campaign, SCHEDULED);
    const limits = { districtIds: [], languages: ['es'] };
    await campaign.client.call(updateAction, { id: SCHEDULED, version, limits });
    await press('[part=publish]');
    await says('#problem', 'Somebody else has changed this action in the meantime');
    await says('#problem', '(Scheduled)');
    await waitUntil(() => root.activeElement?.id === 'problem', 'the words have the focus');
    expect((await find('#date')).value).to.equal('2032-05-20');
    await press('[part=publish]');
    await says('[role=status]', 'The action is scheduled.');
    const after = await stored(campaign, SCHEDULED);
    expect(dayInChicago(after.schedule?.publishAt)).to.equal('2032-05-20');
    expect(after.audience.languages).to.deep.equal(['es']);
  });

  it('shows and announces by itself that it was published elsewhere', async () => {
    const campaign = await openCampaign();
    const { says } = await openPanel(SCHEDULED, campaign.client);
    await campaign.publish(SCHEDULED);
    await says('#heading', 'Published for everyone');
    await says('[role=status]', 'It is now: Published · Public.');
  });
});

it('is accessible in each situation', async () => {
  const { client } = await openCampaign();
  for (const id of [DRAFT, SCHEDULED, PRIVATE, PUBLIC, 'coat-drive', 'share-winter-banner']) {
    const { panel } = await openPanel(id, client);
    await expect(panel).to.be.accessible();
  }
});
