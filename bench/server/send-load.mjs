import { Agent, request } from 'node:http';

/**
 * Sends requests over connections that stay open, each connection one after the other, for some seconds.
 *
 * @param {{ lanes: number, seconds: number, make: (lane: number) => { url: string, method?: string,
 *   headers?: Record<string, string>, body?: string } }} load
 * @returns {Promise<{ perSecond: number, median: number, p99: number, failed: number }>} Times in milliseconds.
 */
export async function sendLoad({ lanes, seconds, make }) {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const times = [];
  let failed = 0;
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  const runLane = async (lane) => {
    while (performance.now() < until) {
      const started = performance.now();
      const status = await send(agent, make(lane));
      times.push(performance.now() - started);
      if (status < 200 || status > 299) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane)));
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const took = (performance.now() - began) / 1000;
  return { perSecond: (times.length - failed) / took, median: at(0.5), p99: at(0.99), failed };
}

function send(agent, { url, method = 'GET', headers = {}, body }) {
  return new Promise((settle, reject) => {
    const own = body === undefined ? headers : { ...headers, 'content-type': 'application/json' };
    const sent = request(url, { agent, method, headers: own }, (answer) => {
      answer.resume();
      answer.on('end', () => settle(answer.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
