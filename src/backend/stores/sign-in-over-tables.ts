import type { MessagePort, OutgoingMessage, SessionPort, SignInPort } from '../ports.js';
import type { BufferedTables } from './buffered-tables.js';

/** How many messages are kept to be looked at; nobody delivers them. */
const KEPT = 100;

/** Codes that were sent, by the fingerprint of their address. */
export const signInOver = (tables: BufferedTables): SignInPort => ({
  find: (address) => tables.get('signInCodes', address),
  save: (code) => {
    tables.put('signInCodes', code);
    return Promise.resolve();
  },
  forget: async (address) => {
    const known = await tables.get('signInCodes', address);
    if (known !== undefined) tables.delete('signInCodes', known);
  },
});

export const sessionsOver = (tables: BufferedTables): SessionPort => ({
  find: (id) => tables.get('sessions', id),
  save: (session) => {
    tables.put('sessions', session);
    return Promise.resolve();
  },
  end: async (id, at) => {
    const session = await tables.get('sessions', id);
    if (session?.endedAt === null) tables.put('sessions', { ...session, endedAt: at });
  },
});

/** What would be delivered, if a page could send mail: the newest are kept. */
export const messagesOver = (tables: BufferedTables): MessagePort => ({
  add: async (message) => {
    const seq = ((await tables.get('counters', 'messages'))?.value ?? 0) + 1;
    tables.put('messages', { message, seq });
    const old = await tables.get('messages', String(seq - KEPT).padStart(15, '0'));
    if (old !== undefined) tables.delete('messages', old);
    tables.put('counters', { name: 'messages', value: seq });
  },
});

/** The messages that are kept, in the order in which they were added. */
export async function listMessages(tables: BufferedTables): Promise<readonly OutgoingMessage[]> {
  const rows = await tables.all('messages');
  return rows.sort((a, b) => a.seq - b.seq).map(({ message }) => message);
}
