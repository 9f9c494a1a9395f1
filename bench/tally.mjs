// How fast results are folded from the event log. Usage: node bench/tally.mjs [events=200000] (after npm run build)
import { tallyResults } from '@groundswell/elements/domain';

const count = Number(process.argv[2] ?? 200_000);
const at = (minute) => new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString();
const steps = [
  () => ({ type: 'delivered', source: 'list' }),
  () => ({ type: 'seen' }),
  () => ({ type: 'started' }),
  () => ({
    type: 'performed',
    result: { kind: 'social_sharing', network: 'whatsapp', outcome: 'shared', edited: false },
  }),
];
const events = Array.from({ length: count }, (_, index) => ({
  id: `e${index}`,
  actionId: 'a1',
  participant: `user:u${Math.floor(index / 5)}`,
  occurredAt: at(index % 50_000),
  recordedAt: at(index % 50_000),
  ...steps[index % steps.length](),
}));

const took = [];
for (let round = 0; round < 7; round += 1) {
  const began = performance.now();
  tallyResults({ id: 'a1', kind: 'social_sharing' }, events, at(60_000));
  took.push(performance.now() - began);
}
took.sort((a, b) => a - b);
const median = took[3];
console.log(
  `${count} events in ${median.toFixed(0)} ms (median of 7): ${Math.round(count / median)} thousand a second`,
);
