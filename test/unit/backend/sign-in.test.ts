import { describe, expect, it } from 'vitest';

import type { CampaignDataInput } from '../../../src/backend/campaign-data-schema.js';
import type { TokenClaims } from '../../../src/backend/session-token.js';
import { signInMail } from '../../../src/backend/messages/sign-in-mail.js';
import type { Ports, Store } from '../../../src/backend/ports.js';
import { createMemoryStore } from '../../../src/backend/stores/memory.js';
import { conformanceCampaign } from '../../../src/conformance.js';
import type { Caller } from '../../../src/contract/caller.js';
import type { Language } from '../../../src/domain/values/language-schema.js';
import { campaignWith, openBackend, problemOf, visitor } from './campaign.js';

const ADA = 'volunteer-1@example.org';
const NOBODY = 'nobody-yet@example.org';

/** A backend whose codes are known, and what it has mailed. */
async function open(campaign: Partial<CampaignDataInput['campaign']> = {}, given?: Store) {
  const memory = createMemoryStore();
  const store = given ?? memory;
  const claims: TokenClaims[] = [];
  const backend = await openBackend({
    store,
    data: campaignWith({ campaign: { ...conformanceCampaign.campaign, ...campaign } }),
    newCode: () => '123456',
    signToken: (of) => {
      claims.push(of);
      return Promise.resolve({ token: `token-${claims.length}`, expiresAt: of.sessionExpiresAt });
    },
  });
  const request = (email: string, options: { readonly language?: Language } = {}) =>
    backend.dispatch(visitor, 'signIn.request', { email, ...options }, { key: crypto.randomUUID() });
  const exchange = (email: string, code: string) =>
    backend.dispatch(visitor, 'signIn.exchange', { email, code });
  const asMember = ({ campaignId, userId, role, sessionId, language }: TokenClaims): Caller => ({
    ...{ campaignId, userId, role, sessionId, language },
  });
  return { ...backend, claims, request, exchange, asMember, mails: () => memory.messages('conformance') };
}

describe('signing in where only those who are invited have an account', () => {
  it('answers an unknown address like a known one, and tells only its owner that there is no account', async () => {
    const { request, mails } = await open({ signUp: 'invited' });
    expect(await request(NOBODY)).toEqual(await request(ADA));
    const [unknown, known] = await mails();
    expect([unknown?.to, known?.to]).toEqual([NOBODY, ADA]);
    expect(unknown?.text).toContain('There is no account');
    expect(unknown?.text).not.toMatch(/\d{6}/);
    expect(known?.text).toContain('123456');
  });

  it('refuses codes for either in the same way, until there are too many', async () => {
    const { request, exchange } = await open({ signUp: 'invited' });
    for (const email of [ADA, NOBODY]) {
      await request(email);
      const refusals = [];
      for (let time = 0; time < 6; time++) refusals.push(await problemOf(exchange(email, '654321')));
      expect(refusals).toEqual([...Array<string>(4).fill('invalid-input'), 'gone', 'gone']);
    }
  });

  it('signs nobody in who has no account, whatever code they try', async () => {
    const { request, exchange, claims } = await open({ signUp: 'invited' });
    await request(NOBODY);
    expect(await problemOf(exchange(NOBODY, '123456'))).toBe('invalid-input');
    expect(claims).toEqual([]);
  });
});

describe('the mail with a code', () => {
  it('goes to the address of the account, not to one whose letters only look the same', async () => {
    const { store, request, mails } = await open();
    await store.transaction('conformance', 'write', async ({ people }) => {
      const ada = await people.find('volunteer-1');
      if (ada !== undefined) await people.save({ ...ada, email: 'Kai@example.org' });
    });
    await request('\u212aai@example.org');
    expect((await mails()).map(({ to }) => to)).toEqual(['Kai@example.org']);
  });

  it.each([
    ['es', 'es su código'],
    ['es-MX', 'es su código'],
    ['en', 'is your code'],
    ['fr', 'is your code'],
  ])('is written in the language of the page, %s', async (language, words) => {
    const { request, mails } = await open();
    await request(ADA, { language });
    expect((await mails())[0]?.text).toContain(words);
  });

  it('has a subject of one line without the code, whatever the campaign is called', () => {
    const mail = signInMail({ name: 'Vote\r\nBcc: all@example.org\u2028', language: 'en', code: '123456' });
    expect(mail.subject).toBe('Signing in to Vote Bcc: all@example.org');
  });
});

describe('a session', () => {
  it('has a token that says who it is and in which role, and no more', async () => {
    const { request, exchange, claims } = await open();
    await request('staff-1@example.org');
    await exchange('staff-1@example.org', '123 456');
    expect(claims).toEqual([
      {
        campaignId: 'conformance',
        userId: 'staff-1',
        role: 'staff',
        sessionId: expect.any(String) as string,
        language: 'en',
        sessionExpiresAt: '2026-09-02T00:00:00.000Z',
      },
    ]);
  });

  it('is renewed with the role that its user has by then', async () => {
    const { dispatch, store, request, exchange, claims, asMember } = await open();
    await request(ADA);
    await exchange(ADA, '123456');
    await store.transaction('conformance', 'write', async ({ people }) => {
      const ada = await people.find('volunteer-1');
      if (ada !== undefined) await people.save({ ...ada, role: 'admin' });
    });
    expect(await dispatch(asMember(claims[0]!), 'signIn.renew', {})).toMatchObject({ token: 'token-2' });
    expect(claims.map(({ role }) => role)).toEqual(['volunteer', 'staff']);
  });

  it('is not renewed once it has ended, and ending it twice is no failure', async () => {
    const { dispatch, request, exchange, claims, asMember } = await open();
    await request(ADA);
    await exchange(ADA, '123456');
    const member = asMember(claims[0]!);
    expect(await dispatch(member, 'signIn.end', {})).toEqual({});
    expect(await dispatch(member, 'signIn.end', {})).toEqual({});
    expect(await problemOf(dispatch(member, 'signIn.renew', {}))).toBe('unauthenticated');
  });

  it('is not renewed for somebody who is gone, or who has no session', async () => {
    const { dispatch, request, exchange, claims, asMember } = await open();
    await request(NOBODY);
    await exchange(NOBODY, '123456');
    const member = asMember(claims[0]!);
    const gone = { ...member, sessionId: 'no-such-session' } as Caller;
    expect(await problemOf(dispatch(gone, 'signIn.renew', {}))).toBe('unauthenticated');
    const vouchedFor: Caller = {
      role: 'volunteer',
      campaignId: 'conformance',
      userId: 'volunteer-1',
      language: 'en',
    };
    expect(await problemOf(dispatch(vouchedFor, 'signIn.renew', {}))).toBe('unauthenticated');
    expect(await dispatch(vouchedFor, 'signIn.end', {})).toEqual({});
  });
});

describe('what is kept of signing in', () => {
  it('holds neither code nor address nor token where they could be read', async () => {
    const memory = createMemoryStore();
    const kept: unknown[] = [];
    const store: Store = {
      ...memory,
      transaction: (campaignId, mode, work) =>
        memory.transaction(campaignId, mode, (ports) => work(recording(ports, kept))),
    };
    const { request, exchange } = await open({}, store);
    await request(ADA);
    await exchange(ADA, '123456');
    expect(kept.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(kept)).not.toMatch(/123456|volunteer-1@|token-1/);
  });
});

/** Ports that tell what is written, but for the mail itself. */
function recording(ports: Ports, kept: unknown[]): Ports {
  const { signIn, sessions, keys } = ports;
  const tell = <Args extends unknown[], T>(write: (...args: Args) => T) => {
    return (...args: Args): T => {
      kept.push(args);
      return write(...args);
    };
  };
  return {
    ...ports,
    signIn: { ...signIn, save: tell((code) => signIn.save(code)) },
    sessions: { ...sessions, save: tell((session) => sessions.save(session)) },
    keys: {
      claim: tell((record) => keys.claim(record)),
      answer: tell((scope, output) => keys.answer(scope, output)),
    },
  };
}
