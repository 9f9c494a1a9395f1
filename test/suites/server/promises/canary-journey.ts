import { SignJWT } from 'jose';

import { signTwilioRequest } from '../../../../server/src/delivery/twilio-signature.js';
import { png } from '../media-samples.js';
import type { MailServer } from '../mail-server.js';
import type { Marks } from './canary-marks.js';
import { actionIdOf } from './organization-data.js';
import { PARTNER_SECRET, PUBLIC_URL, type PromiseWorld, type WorldOrganization } from './promise-world.js';

/** An answer, and what is allowed in it: what one has said oneself may come back, but never in words about a failure. */
export interface Heard {
  readonly what: string;
  readonly status: number;
  readonly headers: string;
  readonly text: string;
}

export interface JourneyParts {
  readonly world: PromiseWorld;
  readonly url: string;
  readonly marks: Marks;
  readonly mails: MailServer;
  readonly smsToken: string;
}

/** Somebody who does everything that one can do, and leaves a mark in everything that is theirs. */
export class Journey {
  readonly heard: Heard[] = [];
  readonly #parts: JourneyParts;
  readonly #own: WorldOrganization;
  #keys = 0;

  constructor(parts: JourneyParts) {
    this.#parts = parts;
    this.#own = parts.world.organizations[0]!;
  }

  /** Everything, the mail of a sign-in included. */
  async makeAll(): Promise<void> {
    await this.signIn();
    await this.hurry();
    await this.comeFromPartner();
    await this.askForMuch();
    await this.perform();
    await this.upload();
    await this.writeText();
    await this.bringProxies();
  }

  async signIn(): Promise<void> {
    const { marks, mails } = this.#parts;
    const email = `${marks.of('email')}@mail.example`;
    const sent = mails.received.length;
    await this.#post('/v1/sign-in/codes', { email });
    await this.#post('/v1/sign-in/codes', { email: `${marks.of('otherEmail')} at mail` });
    await this.#post('/v1/sign-in/sessions', { email, code: '000000' });
    await this.#post('/v1/sign-in/sessions', { email, code: marks.of('wrongMember') });
    await until(() => mails.received.length > sent);
    const answer = await this.#post('/v1/sign-in/sessions', { email, code: marks.of('code') });
    const { token = '' } = JSON.parse(answer.text) as { readonly token?: string };
    // A token is said once, to whom it is for.
    this.heard.splice(this.heard.indexOf(answer), 1);
    marks.set('token', token.split('.')[2] ?? '');
    await this.#get('/v1/session', { authorization: `Bearer ${token}` });
    await this.#get('/v1/session', { authorization: `Bearer ${token.slice(0, -2)}` });
    await this.#get('/v1/users', { authorization: `Bearer ${token}` });
    await this.#post('/v1/session/renewal', {}, { authorization: `Bearer ${marks.of('unknownHeader')}` });
    await this.#post(
      '/v1/session/refresh',
      {},
      { origin: PUBLIC_URL, cookie: `__Host-groundswell=${marks.of('cookie')}` },
    );
  }

  /** As several people with one address at the same moment, so that they meet in the database. */
  async comeFromPartner(): Promise<void> {
    const { marks } = this.#parts;
    const tokens = await Promise.all(
      Array.from({ length: 10 }, (_, index) => this.#vouchFor(`${marks.of('partnerSubject')} ${index}`)),
    );
    await Promise.all(tokens.map((token) => this.#get('/v1/feed', { authorization: `Bearer ${token}` })));
    await this.#get('/v1/feed', {
      authorization: `Bearer ${await this.#vouchFor('x', { org: marks.of('query') })}`,
    });
  }

  #vouchFor(sub: string, changes: object = {}): Promise<string> {
    const { marks } = this.#parts;
    const iat = Math.floor(Date.now() / 1000);
    const person = {
      ...{ given_name: marks.of('firstName'), family_name: marks.of('lastName') },
      email: `${marks.of('partnerEmail')}@mail.example`,
    };
    const claims = { aud: 'groundswell', purpose: 'partner', org: this.#own.id, iat, exp: iat + 300, sub };
    return new SignJWT({ ...claims, ...person, ...changes })
      .setProtectedHeader({ alg: 'HS256', kid: this.#own.partnerKey })
      .sign(new TextEncoder().encode(PARTNER_SECRET));
  }

  /** Searches, and addresses that lead nowhere. */
  async askForMuch(): Promise<void> {
    const { marks } = this.#parts;
    const [search, part, query] = [marks.of('search'), marks.of('pathPart'), marks.of('query')];
    const staff = this.#own.headersOf('staff');
    await this.#get(`/v1/feed?search=${search}`);
    await this.#get(`/v1/users?search=${search}&cursor=${search}`, staff);
    await this.#get(`/v1/actions?search=${search}&folderId=${part}`, staff);
    for (const path of [
      `/v1/feed/${part}`,
      `/v1/links/${part}`,
      `/v1/${part}`,
      `/${part}`,
      `/media/${part}/${part}`,
    ])
      await this.#get(`${path}?email=${query}`);
    await this.#get(`/v1/actions/${part}`, staff);
    await this.#get(`/v1/changes?cursor=${part}`);
    await this.#get('/v1/changes/stream', { 'last-event-id': part, authorization: `Bearer ${part}` });
    await this.#get(`/dev/outbox/${part}`);
    await this.#get(`/metrics?${query}`);
    await this.#send('DELETE', `/v1/actions/${part}?${query}`, {
      headers: { ...staff, 'if-match': `"${query}"` },
    });
    await this.#send('BREW', `/v1/feed?${query}`, {});
  }

  async perform(): Promise<void> {
    const { marks } = this.#parts;
    const surveys = `/v1/perform/${actionIdOf(this.#own.id, 'survey', 'published')}`;
    const answers = { [`${this.#own.id}-question`]: marks.of('answer') };
    const result = { kind: 'survey', outcome: 'submitted', contactId: marks.of('contactId'), answers };
    await this.#post(`${surveys}/start`, {});
    await this.#post(surveys, { result });
    await this.#post(surveys, {
      result: { ...result, [marks.of('unknownMember')]: 1, outcome: marks.of('wrongMember') },
    });
    await this.#post(surveys, { result: { ...result, answers: { 'x y': marks.of('answer') } } });
    await this.#post(surveys, { result, occurredAt: marks.of('wrongMember') });
    await this.#post(surveys, { result: { ...result, contactId: marks.of('tooLong').repeat(10) } });
    await this.#send('POST', surveys, { body: `{"result": ${marks.of('brokenJson')}`, headers: JSON_TYPE });
    await this.#send('POST', surveys, { body: marks.of('tooLong').repeat(9000), headers: JSON_TYPE });
    const key = { 'idempotency-key': marks.of('idempotencyKey') };
    await this.#post(surveys, { result }, key);
    await this.#post(surveys, { result: { ...result, answers: {} } }, key);
  }

  async upload(): Promise<void> {
    const file = png();
    const name = Buffer.from(`${this.#parts.marks.of('fileName')}.png`).toString('base64');
    const purpose = Buffer.from('hero').toString('base64');
    const headers = {
      ...this.#own.headersOf('staff'),
      'tus-resumable': '1.0.0',
      'upload-length': String(file.length),
    };
    for (const metadata of [`purpose ${purpose},filename ${name}`, `purpose ${name}`, `filename ${name}`]) {
      const begun = await this.#send('POST', '/v1/media', {
        headers: { ...headers, 'upload-metadata': metadata },
      });
      const location = /^location: (\S+)$/m.exec(begun.headers)?.[1];
      if (location === undefined) continue;
      const { 'upload-length': _, ...may } = headers;
      const patch = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
      const path = new URL(location, PUBLIC_URL).pathname;
      // The first one is left half finished.
      await this.#send('PATCH', path, { body: file.subarray(0, 20), headers: { ...may, ...patch } });
    }
  }

  /** A text message, and one that nobody signed. */
  async writeText(): Promise<void> {
    const { marks, smsToken } = this.#parts;
    const path = `/webhooks/sms/${this.#own.id}/inbound`;
    const form = {
      MessageSid: 'SM1',
      From: marks.of('smsSender'),
      To: '+15005550006',
      Body: marks.of('smsText'),
    };
    for (const token of [smsToken, 'another'])
      await this.#send('POST', path, {
        body: new URLSearchParams(form).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': signTwilioRequest(token, `${PUBLIC_URL}${path}`, Object.entries(form)),
        },
      });
  }

  /** Names that somebody in between may give to a request. */
  async bringProxies(): Promise<void> {
    const { marks } = this.#parts;
    await this.#get('/v1/feed', { 'x-request-id': marks.of('requestId') });
    await this.#get('/v1/feed', { origin: `https://${marks.of('origin')}.example` });
    await this.#get('/v1/feed', { 'accept-language': marks.of('language') });
    await this.#send('OPTIONS', `/v1/${marks.of('pathPart')}`, {
      headers: { 'access-control-request-method': 'GET' },
    });
  }

  /** Reads and writes at the same moment, some of which will meet a failure. */
  async hurry(): Promise<void> {
    const { marks } = this.#parts;
    const surveys = `/v1/perform/${actionIdOf(this.#own.id, 'survey', 'published')}`;
    const answers = { [`${this.#own.id}-question`]: marks.of('answer') };
    const result = { kind: 'survey', outcome: 'submitted', contactId: marks.of('contactId'), answers };
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        await this.#get(`/v1/feed?search=${marks.of('search')}`);
        await this.#get(`/v1/users?search=${marks.of('search')}`, this.#own.headersOf('staff'));
        await this.#post(surveys, { result });
        await this.#post('/v1/sign-in/codes', { email: `${marks.of('otherEmail')}${index}@mail.example` });
      }),
    );
  }

  #get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Heard> {
    return this.#send('GET', path, { headers });
  }

  #post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Heard> {
    this.#keys += 1;
    const key = { 'idempotency-key': `canary-key-${this.#keys}` };
    return this.#send('POST', path, {
      body: JSON.stringify(body),
      headers: { ...JSON_TYPE, ...key, ...headers },
    });
  }

  async #send(
    method: string,
    path: string,
    { body, headers = {} }: { body?: string | Uint8Array; headers?: Readonly<Record<string, string>> },
  ): Promise<Heard> {
    const { marks, url } = this.#parts;
    const who =
      'authorization' in headers
        ? {}
        : { 'groundswell-key': this.#own.key, 'groundswell-guest': marks.of('guestId') };
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...{ 'user-agent': marks.of('userAgent'), referer: `https://page.example/?${marks.of('referer')}` },
        ...{ 'x-forwarded-for': marks.of('address'), 'x-unknown': marks.of('unknownHeader') },
        ...who,
        ...headers,
      },
      ...(body !== undefined && { body: Buffer.from(body) }),
    });
    const heard: Heard = {
      what: `${method} ${path}`,
      status: response.status,
      headers: [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
      text: response.headers.get('content-type') === 'text/event-stream' ? '' : await response.text(),
    };
    await response.body?.cancel().catch(() => undefined);
    this.heard.push(heard);
    return heard;
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Asks again and again, with patience. */
async function until(isTrue: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 30_000; !isTrue();) {
    if (Date.now() > deadline) throw new Error(`It never came true: ${isTrue.toString()}`);
    await new Promise((resume) => setTimeout(resume, 20));
  }
}
