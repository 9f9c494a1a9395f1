import type { BrowserContext } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildSite } from '../../scripts/site.mjs';
import { siteWorlds, type SiteWorld } from './site-worlds.js';
import { Someone } from './someone.js';

const VOLUNTEER = { 'groundswell-demo.person': 'volunteer', 'groundswell-demo.language': 'en' };
const ORGANIZER = { 'groundswell-demo.language': 'en' };
const TITLE = 'Bring a friend to the river';
const LATER = 'Later At a time that you set. You can change it until then.';
const NOW = 'Now As soon as you confirm it.';

let site: SiteWorld;
let device: BrowserContext;
let organizer: Someone;
let volunteer: Someone;

beforeAll(() => buildSite());

/** A figure of the results panel by its label, such as "Seen". */
const readFigure = (label: string): Promise<number> =>
  organizer.page.evaluate((wanted) => {
    const panel = document.querySelector('action-manager')?.shadowRoot?.querySelector('results-panel');
    const names = [...(panel?.shadowRoot?.querySelectorAll('dt') ?? [])];
    const name = names.find((candidate) => candidate.textContent.trim() === wanted);
    return Number(name?.nextElementSibling?.textContent ?? Number.NaN);
  }, label);

const readFigures = async () => ({
  seen: await readFigure('Seen'),
  started: await readFigure('Started'),
  completed: await readFigure('Completed'),
  performs: await readFigure('Performs'),
});

/** Asks again until an answer is as expected, or gives the last one. */
async function eventually<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask();
    if (isRight(answer) || tries > 100) return answer;
    await new Promise((settle) => setTimeout(settle, 100));
  }
}

/** Signs in with the code that the development outbox has caught. */
async function signInByMail(visitor: Someone, context: BrowserContext): Promise<void> {
  await visitor.fill('E-mail address', 'somebody.new@example.org');
  await visitor.press('Send me a code');
  const mailbox = await Someone.open(context, `${site.url}dev/outbox`);
  const readCode = async (): Promise<string | undefined> => {
    await mailbox.page.reload();
    const text = await mailbox.page.evaluate(() => document.body.innerText);
    return /\b\d{6}\b/.exec(text)?.[0];
  };
  await visitor.fill('Code', (await eventually(readCode, (code) => code !== undefined)) ?? '');
  await visitor.press('Sign in');
}

const day = (date: Date) => date.toISOString().slice(0, 10);
const DAY = 86_400_000;

describe.each(siteWorlds)('an organizer and a volunteer in two tabs, $name', { timeout: 60_000 }, (world) => {
  beforeAll(async () => {
    site = await world.open();
    device = await site.browser.createBrowserContext();
    await device.setPermission(
      new URL(site.url).origin,
      { permission: { name: 'clipboard-read' }, state: 'granted' },
      { permission: { name: 'clipboard-write' }, state: 'granted' },
    );
    organizer = await Someone.open(device, `${site.url}organizer.html`, ORGANIZER);
    volunteer = await Someone.open(device, `${site.url}index.html`, VOLUNTEER);
  });
  afterAll(() => site.close());

  it('the organizer writes a social sharing action, and an unsafe link is refused without losing it', async () => {
    await organizer.press('Create new');
    await organizer.press('Social Sharing', 'menuitem');
    await organizer.fill('Title(required)', TITLE);
    await organizer.fill('Description(required)', 'Twenty minutes, and the gloves are there already.');
    await organizer.fill('Share link(required)', 'javascript:alert(1)');
    await organizer.fill('Sample message(required)', 'Come along on Saturday!');
    await organizer.reads('Enter a full web address that starts with https:// or http://.');
    await organizer.fill('Share link(required)', 'https://riverbend.example.org/river-day');
    await organizer.sees(TITLE);
  });

  it('a time in the past is refused in words, tomorrow is taken', async () => {
    await organizer.press('Publish');
    await organizer.press(LATER, 'radio');
    await organizer.set('action-manager', 'date', day(new Date(Date.now() - 2 * DAY)));
    await organizer.set('action-manager', 'time', '10:30');
    await organizer.press('Schedule');
    await organizer.reads('Choose a time in the future.');
    await organizer.set('action-manager', 'date', day(new Date(Date.now() + 2 * DAY)));
    await organizer.press('Schedule');
    await organizer.sees('Scheduled');
  });

  it('making it public takes a second step', async () => {
    await organizer.press(NOW, 'radio');
    await organizer.press('Make public…');
    await organizer.press('I understand that this cannot be undone', 'checkbox');
    await organizer.press('Make public now');
    await organizer.sees('Published for everyone');
    await organizer.press('Results');
    expect(await eventually(readFigures, ({ seen }) => seen === 0)).toEqual({
      ...{ seen: 0, started: 0, completed: 0, performs: 0 },
    });
  });

  it('the volunteer finds it without reloading, starts it, and shares it', async () => {
    await volunteer.press(`Start ${TITLE}`);
    await volunteer.press('Start');
    await volunteer.press('Copy message and link');
    await volunteer.reads('Copied. Paste it wherever you like.');
    const copied = await volunteer.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Come along on Saturday!');
    expect(copied).toContain('landing.html?r=');
  });

  it('the results show seen 1, started 1, completed 1, performs 1, without reloading', async () => {
    await organizer.page.bringToFront();
    const figures = await eventually(readFigures, ({ performs }) => performs === 1);
    expect(figures).toEqual({ seen: 1, started: 1, completed: 1, performs: 1 });
  });

  it('a visitor is asked to sign in, and goes on with the same action', async () => {
    const elsewhere = await site.browser.createBrowserContext();
    const visitor = await Someone.open(
      elsewhere,
      `${site.url}landing.html?share=riverbend-crossing-petition`,
    );
    await visitor.press('Sign the petition');
    if (world.mailsCodes) await signInByMail(visitor, elsewhere);
    else await visitor.choose('dialog[open] button', 'Marigold Finch');
    await visitor.reads('riverbend.example.org');
    expect(visitor.troubles).toEqual([]);
    await elsewhere.close();
  });

  it('nothing broke the policy, and nothing failed unseen', () => {
    expect([...organizer.troubles, ...volunteer.troubles]).toEqual([]);
  });

  if (world.restarts)
    it('everything is there after the server has ended and started again', async () => {
      await site.restart();
      await volunteer.page.reload();
      await volunteer.sees(TITLE);
      await organizer.page.reload();
      await organizer.press('Results');
      const figures = await eventually(readFigures, ({ performs }) => performs === 1);
      expect(figures).toEqual({ seen: 1, started: 1, completed: 1, performs: 1 });
    });

  it('whoever starts over forgets it, in every tab', async () => {
    const findTitles = () =>
      volunteer.page.$$(`::-p-aria([name="${TITLE}"][role="heading"])`).then(
        (found) => found.length,
        // The page is just loading anew.
        () => Number.NaN,
      );
    await organizer.press('Start over');
    await volunteer.page.bringToFront();
    expect(await eventually(findTitles, (count) => count === 0)).toBe(0);
    await volunteer.sees('Do something about it');
  });
});
