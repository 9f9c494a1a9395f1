// The wanted port, or the next one that is free; 0 means any.
import { createServer } from 'node:net';

const tryPort = (port, host) =>
  new Promise((settle, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => {
      const taken = probe.address().port;
      probe.close(() => settle(taken));
    });
  });

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>}
 * @throws The error of the system where none of 50 can be had, or where the host is not an address of this machine.
 */
export async function findFreePort(port, host) {
  for (let candidate = port; ; candidate += 1) {
    try {
      return await tryPort(candidate, host);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || candidate - port >= 50 || candidate >= 65_535) throw error;
    }
  }
}
