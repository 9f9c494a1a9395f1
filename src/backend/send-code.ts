import { ProblemError } from '../contract/problem-error.js';
import { CODE_LASTS, decideSending } from '../domain/sign-in/code-decisions.js';
import type { Language } from '../domain/values/language-schema.js';
import { addressName, sealCode } from './code-seal.js';
import { signInMail } from './messages/sign-in-mail.js';
import { stamp, type Call } from './work.js';

/**
 * Sends a new code, which takes the place of any other, to an address. Where only those who are invited have an account,
 * somebody else is told so in a mail, and everything but its words is the same: nobody can find out who has an account.
 *
 * @param email - As `normalizeEmail` answers it.
 */
export async function sendCode(call: Call, email: string, language: Language): Promise<void> {
  const { ports, now, newId, newCode } = call;
  const campaign = await ports.campaign.get();
  if (campaign === undefined) throw new ProblemError('unavailable');
  const address = await addressName(email);
  const sending = decideSending((await ports.signIn.find(address))?.sentAt ?? [], now);
  if (!sending.ok) throw new ProblemError('rate-limited', { retryAfter: sending.retryAfter });
  const user = await ports.people.findByEmail(email);
  const code = newCode();
  const isWelcome = user !== undefined || campaign.signUp !== 'invited';
  const expiresAt = new Date(now.getTime() + CODE_LASTS).toISOString();
  await ports.signIn.save({
    address,
    // What nobody is told, nobody can type.
    codeHash: await sealCode(address, isWelcome ? code : newId(), newId()),
    expiresAt,
    attempts: 0,
    sentAt: sending.sentAt,
  });
  await ports.messages.add({
    id: newId(),
    channel: 'email',
    // Some letters only look the same as others in lower case: the mail goes to the address of the account.
    to: user?.email ?? email,
    ...signInMail({ name: campaign.name, language, code: isWelcome ? code : null }),
    createdAt: stamp(call),
    expiresAt,
  });
}
