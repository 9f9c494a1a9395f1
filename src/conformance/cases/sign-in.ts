import type { Client } from '../../contract/client.js';
import { getSession } from '../../contract/session.js';
import { endSession, exchangeCode, renewSession, requestCode } from '../../contract/sign-in.js';
import { expect, expectEqual, expectRefusal } from '../expect.js';
import { publishNew, results, start } from '../steps.js';
import { casesOf, type ConformanceWorld } from '../world.js';

const ADA = 'volunteer-1@example.org';
const NOBODY = 'nobody-yet@example.org';
const MINUTE = 60_000;

const request = (world: ConformanceWorld, email: string, client: Client = world.visitor) =>
  client.call(requestCode, { email }, { key: world.newKey() });

const exchange = ({ visitor }: ConformanceWorld, email: string, code: string) =>
  visitor.call(exchangeCode, { email, code });

const mailsTo = async (world: ConformanceWorld, email: string): Promise<string[]> =>
  ((await world.messages?.()) ?? []).filter(({ to }) => to === email).map(({ text }) => text);

/** The code of the latest mail to an address. */
async function codeFor(world: ConformanceWorld, email: string): Promise<string> {
  const code = /(?<!\d)\d{6}(?!\d)/.exec((await mailsTo(world, email)).at(-1) ?? '')?.[0];
  expect(code !== undefined, `a mail with a code of six digits to ${email}`);
  return code;
}

async function requestedCode(world: ConformanceWorld, email: string): Promise<string> {
  await request(world, email);
  return codeFor(world, email);
}

/** Another code than this one. */
const wrong = (code: string, by = 1): string => String((Number(code) + by) % 1_000_000).padStart(6, '0');

const signIn = async (world: ConformanceWorld, email: string) =>
  exchange(world, email, await requestedCode(world, email));

const whoIs = async (client: Client) => {
  const { role, userId } = await client.call(getSession, {});
  return { role, userId };
};

const advance = async (world: ConformanceWorld, ms: number): Promise<void> =>
  world.advanceTo?.(new Date(world.now().getTime() + ms).toISOString());

export const signInCases = [
  ...casesOf(
    'sign-in',
    {
      'the code that was mailed signs in, and from then on one is that person': async (world) => {
        const { token, expiresAt, userId } = await signIn(world, ADA);
        expectEqual(userId, 'volunteer-1', 'who has signed in');
        expect(token !== '', 'there is a token');
        expect(Date.parse(expiresAt) > world.now().getTime(), 'it is good for some time');
        expectEqual(await whoIs(world.visitor), { role: 'volunteer', userId }, 'who calls');
        const action = await publishNew(world);
        await start(world.visitor, action);
        await start(world.volunteer(1), action);
        expectEqual((await results(world, action)).overview.started, 1, 'people who have started');
      },
      'those who organize are recognized too': async (world) => {
        await signIn(world, 'staff-1@example.org');
        expectEqual(await whoIs(world.visitor), { role: 'staff', userId: 'staff-1' }, 'who calls');
      },
      'an address is the same in upper case and with space around it': async (world) => {
        await request(world, `  ${ADA.toUpperCase()} `);
        const { userId } = await exchange(world, ADA, await codeFor(world, ADA));
        expectEqual(userId, 'volunteer-1', 'who has signed in');
      },
      'what is no address is refused': async (world) => {
        for (const email of ['', 'nobody', 'a@b', 'a b@example.org', 'a@example.org, b@example.org']) {
          const error = await expectRefusal(request(world, email), 'invalid-input', email);
          expectEqual(error.details.fields, [{ path: 'email', code: 'invalid' }], 'the field');
        }
      },
      'a wrong code is refused, and the right one still works': async (world) => {
        const code = await requestedCode(world, ADA);
        const error = await expectRefusal(exchange(world, ADA, wrong(code)), 'invalid-input', 'a wrong code');
        expectEqual(error.details.fields, [{ path: 'code', code: 'invalid' }], 'the field');
        expectEqual(await whoIs(world.visitor), { role: 'visitor', userId: null }, 'who calls');
        expectEqual((await exchange(world, ADA, code)).userId, 'volunteer-1', 'who has signed in');
      },
      'after five wrong codes the right one is refused too': async (world) => {
        const code = await requestedCode(world, ADA);
        for (const by of [1, 2, 3, 4]) {
          await expectRefusal(exchange(world, ADA, wrong(code, by)), 'invalid-input', `wrong code ${by}`);
        }
        await expectRefusal(exchange(world, ADA, wrong(code, 5)), 'gone', 'the fifth wrong code');
        await expectRefusal(exchange(world, ADA, code), 'gone', 'the right code');
      },
      'a code works once': async (world) => {
        const code = await requestedCode(world, ADA);
        await exchange(world, ADA, code);
        await expectRefusal(exchange(world, ADA, code), 'gone', 'the same code again');
      },
      'a new code takes the place of the one before': async (world) => {
        const first = await requestedCode(world, ADA);
        const second = await requestedCode(world, ADA);
        if (first !== second) await expectRefusal(exchange(world, ADA, first), 'invalid-input', 'the first');
        expectEqual((await exchange(world, ADA, second)).userId, 'volunteer-1', 'who has signed in');
      },
      'a code is good for its own address alone': async (world) => {
        const code = await requestedCode(world, ADA);
        const other = exchange(world, 'volunteer-2@example.org', code);
        await expectRefusal(other, 'gone', 'a code for somebody else');
      },
      'six codes within an hour are one too many, for whoever asks': async (world) => {
        for (const email of [ADA, NOBODY]) {
          for (let sent = 0; sent < 5; sent++) await request(world, email);
          const error = await expectRefusal(request(world, email), 'rate-limited', 'the sixth code');
          expect((error.details.retryAfter ?? 0) > 0, 'it says how long to wait');
          expectEqual((await mailsTo(world, email)).length, 5, 'mails');
        }
      },
      'asking twice with one key sends one mail': async (world) => {
        const key = world.newKey();
        for (let time = 0; time < 2; time++) await world.visitor.call(requestCode, { email: ADA }, { key });
        expectEqual((await mailsTo(world, ADA)).length, 1, 'mails');
      },
      'nobody can find out who has an account': async (world) => {
        const answers = [await request(world, ADA), await request(world, NOBODY)];
        expectEqual(answers[1], answers[0], 'the answers');
        const codes = [await codeFor(world, ADA), await codeFor(world, NOBODY)] as const;
        await expectRefusal(exchange(world, ADA, wrong(codes[0])), 'invalid-input', 'a known address');
        await expectRefusal(exchange(world, NOBODY, wrong(codes[1])), 'invalid-input', 'an unknown one');
      },
      'whoever is new becomes a volunteer, once': async (world) => {
        const first = await signIn(world, NOBODY);
        expectEqual(await whoIs(world.visitor), { role: 'volunteer', userId: first.userId }, 'who calls');
        const second = await signIn(world, NOBODY);
        expectEqual(second.userId, first.userId, 'who signs in again');
      },
      'whoever signs out is nobody again, and nothing is renewed': async (world) => {
        await signIn(world, ADA);
        const { token } = await world.visitor.call(renewSession, {});
        expect(token !== '', 'a session that goes on is renewed');
        expectEqual(await whoIs(world.visitor), { role: 'volunteer', userId: 'volunteer-1' }, 'who calls');
        await world.visitor.call(endSession, {});
        await expectRefusal(world.visitor.call(renewSession, {}), 'unauthenticated', 'renewing');
        expectEqual(await whoIs(world.visitor), { role: 'visitor', userId: null }, 'who calls');
      },
      'whoever has no session has nothing to renew': async (world) => {
        await expectRefusal(world.visitor.call(renewSession, {}), 'unauthenticated', 'a visitor');
        await expectRefusal(world.visitor.call(endSession, {}), 'unauthenticated', 'a visitor who signs out');
      },
    },
    ['messages'],
  ),
  ...casesOf(
    'sign-in',
    {
      'a code is good for ten minutes': async (world) => {
        const code = await requestedCode(world, ADA);
        await advance(world, 10 * MINUTE - 1);
        expectEqual((await exchange(world, ADA, code)).userId, 'volunteer-1', 'just in time');
        const late = await requestedCode(world, ADA);
        await advance(world, 10 * MINUTE);
        await expectRefusal(exchange(world, ADA, late), 'gone', 'ten minutes later');
      },
      'an hour later codes are sent again': async (world) => {
        for (let sent = 0; sent < 5; sent++) await request(world, ADA);
        await advance(world, 60 * MINUTE - 1);
        await expectRefusal(request(world, ADA), 'rate-limited', 'within the hour');
        await advance(world, 1);
        await request(world, ADA);
        expectEqual((await mailsTo(world, ADA)).length, 6, 'mails');
      },
      'a session is over after twelve hours': async (world) => {
        await signIn(world, ADA);
        await advance(world, 12 * 60 * MINUTE);
        await expectRefusal(world.visitor.call(renewSession, {}), 'unauthenticated', 'renewing');
      },
    },
    ['messages', 'clock'],
  ),
  ...casesOf(
    'sign-in',
    {
      'a code of one campaign is nothing in another': async (world) => {
        const code = await requestedCode(world, ADA);
        if (world.outsider === undefined) return;
        const elsewhere = world.outsider.call(exchangeCode, { email: ADA, code });
        await expectRefusal(elsewhere, 'gone', 'in another campaign');
      },
    },
    ['messages', 'outsider'],
  ),
];
