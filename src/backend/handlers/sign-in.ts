import { ProblemError } from '../../contract/problem-error.js';
import type { SessionToken } from '../../contract/sign-in.js';
import { isStaff, type User } from '../../domain/people/people-schema.js';
import { SESSION_LASTS } from '../../domain/sign-in/code-decisions.js';
import { normalizeEmail } from '../../domain/sign-in/email.js';
import type { Id } from '../../domain/values/id-schema.js';
import { Afterwards } from '../afterwards.js';
import type { SignInSession } from '../ports.js';
import { sendCode } from '../send-code.js';
import { tryCode } from '../try-code.js';
import { stamp, type Call, type HandlersOf } from '../work.js';

type Names = 'signIn.request' | 'signIn.exchange' | 'signIn.renew' | 'signIn.end';

export const signInHandlers: HandlersOf<Names> = {
  'signIn.request': async (call, { email, language = call.caller.language }) => {
    await sendCode(call, requireEmail(email), language);
    return {};
  },

  // A wrong attempt is kept although the call is refused, so the refusal comes after the transaction.
  'signIn.exchange': async (call, { email, code }) => {
    const address = requireEmail(email);
    const attempt = await tryCode(call, address, code);
    if (attempt !== 'right') return new Afterwards(() => Promise.reject(refusal(attempt)));
    const user = (await call.ports.people.findByEmail(address)) ?? (await welcome(call, address));
    const session = await openSession(call, user.id);
    const sign = signing(call, user, session);
    return new Afterwards(async () => ({ ...(await sign()), userId: user.id }));
  },

  'signIn.renew': async (call) => {
    const session = await currentSession(call);
    const user = session && (await call.ports.people.find(session.userId));
    if (session === undefined || user === undefined) throw new ProblemError('unauthenticated');
    return new Afterwards(signing(call, user, session));
  },

  'signIn.end': async (call) => {
    const sessionId = sessionIdOf(call);
    if (sessionId !== undefined) await call.ports.sessions.end(sessionId, stamp(call));
    return {};
  },
};

function requireEmail(text: string): string {
  const address = normalizeEmail(text);
  if (address !== undefined) return address;
  throw new ProblemError('invalid-input', { fields: [{ path: 'email', code: 'invalid' }] });
}

const refusal = (attempt: 'wrong' | 'used-up'): ProblemError =>
  attempt === 'used-up'
    ? new ProblemError('gone')
    : new ProblemError('invalid-input', { fields: [{ path: 'code', code: 'invalid' }] });

/** An account for somebody who has shown that the address is theirs. */
async function welcome({ ports, newId, caller }: Call, email: string): Promise<User> {
  const nameless = { firstName: '', lastName: '', districtIds: [] };
  const user: User = { id: newId(), ...nameless, email, role: 'volunteer', language: caller.language };
  await ports.people.save(user);
  return user;
}

async function openSession(call: Call, userId: Id): Promise<SignInSession> {
  const expiresAt = new Date(call.now.getTime() + SESSION_LASTS).toISOString();
  const session = { id: call.newId(), userId, createdAt: stamp(call), expiresAt, endedAt: null };
  await call.ports.sessions.save(session);
  return session;
}

/** The session of the caller, unless it is over. */
async function currentSession(call: Call): Promise<SignInSession | undefined> {
  const session = await call.ports.sessions.find(sessionIdOf(call) ?? '');
  const isRunning = session?.endedAt === null && Date.parse(session.expiresAt) > call.now.getTime();
  return isRunning ? session : undefined;
}

const sessionIdOf = ({ caller }: Call): Id | undefined =>
  caller.role === 'visitor' ? undefined : caller.sessionId;

/** How a token for this session is made, with the role that its user has now. */
const signing =
  ({ caller, signToken }: Call, user: User, session: SignInSession) =>
  (): Promise<SessionToken> =>
    signToken({
      campaignId: caller.campaignId,
      userId: user.id,
      role: isStaff(user.role) ? 'staff' : 'volunteer',
      sessionId: session.id,
      language: user.language,
      sessionExpiresAt: session.expiresAt,
    });
