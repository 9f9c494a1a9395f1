import '@groundswell/elements/elements/action-page';
import '@groundswell/elements/elements/social-share';
import { closeAction, getFeedAction, recordPerform, type Submission } from '@groundswell/elements/contract';
import type { ActionPageElement } from '@groundswell/elements/elements/action-page';
import type { SocialShareElement } from '@groundswell/elements/elements/social-share';
import type { HttpClient, Outbox } from '@groundswell/elements/http-client';
import { RIVERBEND_PEOPLE } from '@groundswell/elements/mocks';
import { expect, fixture, html } from '@open-wc/testing';

import { comeBack, HttpWorld, networks } from './http-world.js';
import { part, parts, rest, textOf, until } from './volunteer-world.js';

const SHARE = 'share-library-story';
const PETITION = 'petition-crossing';
const MARIGOLD = RIVERBEND_PEOPLE.volunteer;
const SOCORRO = RIVERBEND_PEOPLE.spanishSpeakingVolunteer;

const keyOf = (number: number): string => `key-of-press-${String(number).padStart(4, '0')}`;

/** Somebody presses a button that counts. */
const press = (client: HttpClient, number: number, actionId = SHARE): Promise<Submission<unknown>> => {
  const result =
    actionId === SHARE
      ? ({ kind: 'social_sharing', network: 'copy', outcome: 'copied', edited: false } as const)
      : ({ kind: 'open_webpage', outcome: 'opened' } as const);
  return client.submit(recordPerform, { actionId, result }, { key: keyOf(number) });
};

async function outboxOf({ outbox }: HttpClient): Promise<Outbox> {
  const opened = await outbox;
  if (opened === undefined) throw new Error('This client has no outbox.');
  return opened;
}

/** The page goes away, and with it everything that it had in memory. */
const leave = async (client: HttpClient): Promise<void> => (await outboxOf(client)).close();

/** Waits until nothing of one person is left on the device. */
async function delivered(client: HttpClient): Promise<void> {
  const outbox = await outboxOf(client);
  for (let frame = 0; (await outbox.list()).length > 0; frame += 1) {
    if (frame > 200) throw new Error('It is still there.');
    await new Promise((settle) => requestAnimationFrame(settle));
  }
}

const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error(`The database ${name} could not be deleted.`));
  });

/** Everything that lies on the device, as text. */
async function onDevice(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('groundswell-outbox');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('The database could not be opened.'));
  });
  const items = await new Promise<unknown[]>((resolve) => {
    const request = database.transaction('items').objectStore('items').getAll();
    request.onsuccess = () => resolve(request.result as unknown[]);
  });
  database.close();
  return JSON.stringify(items);
}

describe('what waits on the device', () => {
  let world: HttpWorld;
  const open = (person: string = MARIGOLD) => world.open(person, { outbox: true });

  beforeEach(() => (world = new HttpWorld()));
  afterEach(async () => {
    await world.close();
    await deleteDatabase('groundswell-outbox');
  });

  it('is delivered once, though the page was closed without a network and opened again', async () => {
    world.network = networks.down;
    const before = open();
    expect(await press(before, 1)).to.deep.equal({ state: 'queued' });
    expect((await outboxOf(before)).persistence).to.equal('device');
    await leave(before);
    const after = open();
    expect((await (await outboxOf(after)).list()).map(({ key }) => key)).to.deep.equal([keyOf(1)]);
    world.network = networks.up;
    comeBack();
    await delivered(after);
    comeBack();
    await (await outboxOf(after)).retry();
    expect(world.sent()).to.deep.equal([keyOf(1)]);
    expect(await world.counted(MARIGOLD, SHARE)).to.equal(1);
  });

  it('is sent by the next visit without anybody asking', async () => {
    world.network = networks.down;
    const before = open();
    await press(before, 1);
    await leave(before);
    world.network = networks.up;
    await delivered(open());
    expect(await world.counted(MARIGOLD, SHARE)).to.equal(1);
  });

  for (const [what, network] of [
    ['the answer was lost', networks.answerLost],
    ['the answer was cut in the middle', networks.answerCut],
  ] as const) {
    it(`counts once where the server had accepted and ${what}, also after a reload`, async () => {
      world.network = network;
      const before = open();
      expect(await press(before, 1)).to.deep.equal({ state: 'queued' });
      expect(await world.counted(MARIGOLD, SHARE)).to.equal(1);
      await leave(before);
      world.network = networks.up;
      await delivered(open());
      expect(world.sent()).to.have.length.greaterThan(1);
      expect(new Set(world.sent())).to.have.lengthOf(1);
      expect(await world.counted(MARIGOLD, SHARE)).to.equal(1);
    });
  }

  it('is sent by one of two tabs, however both of them wake up', async () => {
    world.network = networks.down;
    const [one, other] = [open(), open()];
    await Promise.all([press(one, 1), press(other, 2)]);
    world.network = networks.up;
    comeBack();
    await Promise.all([delivered(one), delivered(other)]);
    expect([...world.sent()].sort()).to.deep.equal([keyOf(1), keyOf(2)]);
    expect(await world.counted(MARIGOLD, SHARE)).to.equal(2);
  });

  it('counts once where two tabs send the same press at the same time, and tells both', async () => {
    const outcomes = await Promise.all([press(open(), 1), press(open(), 1)]);
    expect(outcomes.map(({ state }) => state)).to.deep.equal(['done', 'done']);
    expect(await world.counted(MARIGOLD, SHARE)).to.equal(1);
  });

  it('arrives in the order in which it was done', async () => {
    world.network = networks.down;
    const client = open();
    for (const number of [3, 1, 2]) await press(client, number);
    world.network = networks.up;
    comeBack();
    await delivered(client);
    expect(world.sent()).to.deep.equal([3, 1, 2].map(keyOf));
  });

  it('is set aside and said where the server refuses it, and holds up nothing behind it', async () => {
    world.network = networks.down;
    const client = open();
    await press(client, 1);
    await press(client, 2, PETITION);
    await world.organizer.call(closeAction, { id: SHARE, version: 1 });
    const outbox = await outboxOf(client);
    const told = new Promise((settle) => {
      outbox.subscribe((items) => items.length === 1 && items[0]?.state === 'refused' && settle(items[0]));
    });
    world.network = networks.up;
    comeBack();
    expect(await told).to.include({ key: keyOf(1), code: 'transition-refused' });
    expect(await world.counted(MARIGOLD, PETITION)).to.equal(1);
    comeBack();
    expect(JSON.parse(await outbox.exportItems())).to.have.nested.property('items[0].key', keyOf(1));
    await outbox.discard(keyOf(1));
    expect(await outbox.list()).to.deep.equal([]);
    expect(world.sent()).to.deep.equal([keyOf(1), keyOf(2)]);
  });

  it('is never sent as somebody else who uses the same device', async () => {
    world.network = networks.down;
    const marigold = open(MARIGOLD);
    await press(marigold, 1, PETITION);
    await leave(marigold);
    world.network = networks.up;
    const socorro = open(SOCORRO);
    await (await outboxOf(socorro)).retry();
    expect(await (await outboxOf(socorro)).list()).to.deep.equal([]);
    expect(await press(socorro, 2, PETITION)).to.have.property('state', 'done');
    expect(world.arrivals.map(({ person, key }) => [person, key])).to.deep.equal([[SOCORRO, keyOf(2)]]);
    await leave(socorro);
    await delivered(open(MARIGOLD));
    expect(world.arrivals.at(-1)).to.include({ person: MARIGOLD, key: keyOf(1) });
    expect(await world.counted(MARIGOLD, PETITION)).to.equal(1);
    expect(await world.counted(SOCORRO, PETITION)).to.equal(1);
  });

  it('holds what was done and for whom, and never the token', async () => {
    world.network = networks.down;
    const token = `${MARIGOLD} very-secret-token`;
    const client = world.open(MARIGOLD, { outbox: true, getToken: () => Promise.resolve(token) });
    await press(client, 1);
    expect(await onDevice())
      .to.contain(keyOf(1))
      .and.to.contain(MARIGOLD)
      .and.not.to.contain('very-secret');
    world.network = networks.up;
    comeBack();
    await delivered(client);
    expect(await onDevice()).to.equal('[]');
  });

  it('is said by what somebody shares with, and then counted', async () => {
    const client = open();
    const action = await client.call(getFeedAction, { id: SHARE });
    const share: SocialShareElement = await fixture(
      html`<social-share .client=${client} .action=${action}></social-share>`,
    );
    await rest(share);
    world.network = networks.down;
    part(share, 'qr-toggle').click();
    await until(() => textOf(share).includes('kept on this device'));
    expect(part(share, 'notice').checkVisibility()).to.equal(true);
    world.network = networks.up;
    comeBack();
    await delivered(client);
    expect(await world.counted(MARIGOLD, SHARE)).to.equal(1);
  });

  it('is said by the page of an action, which starts without a network, and counted on the next visit', async () => {
    const client = open();
    const page: ActionPageElement = await fixture(
      html`<action-page .client=${client} action-id=${SHARE}></action-page>`,
    );
    await rest(page);
    world.network = networks.down;
    part(page, 'start').click();
    await until(() => parts(page, 'qr-toggle').length > 0);
    part(page, 'qr-toggle').click();
    await until(() => parts(page, 'thanks').length > 0);
    expect(textOf(part(page, 'thanks')))
      .to.contain('Almost there')
      .and.to.contain('kept on this device');
    expect(textOf(part(page, 'badges'))).to.contain('Waiting to send');
    page.remove();
    await leave(client);
    world.network = networks.up;
    const next = open();
    await delivered(next);
    expect(await world.counted(MARIGOLD, SHARE)).to.equal(1);
    const again: ActionPageElement = await fixture(
      html`<action-page .client=${next} action-id=${SHARE}></action-page>`,
    );
    await rest(again);
    expect(textOf(part(again, 'badges')))
      .to.contain('Done')
      .and.not.to.contain('Waiting');
  });
});
