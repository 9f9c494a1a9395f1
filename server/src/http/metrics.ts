import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted of the work of this process, for Prometheus. No label names an organization or a person. */
export interface Metrics {
  /**
   * Counts an answer.
   *
   * @param seconds - How long it took; undefined for what stays open, such as a stream.
   */
  answered(operation: string, status: number, seconds: number | undefined): void;
  /** Reads a number whenever somebody looks: connections of a pool, subscribers, jobs that wait. */
  watch(name: string, help: string, read: () => number | Promise<number>): void;
  /** Everything as Prometheus reads it. */
  print(): Promise<{ readonly text: string; readonly contentType: string }>;
}

/** Seconds; most answers take a few milliseconds, and a deadline ends the longest. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const LABELS = ['operation', 'status'] as const;

/** Numbers of one server; two in one process do not mix. */
export function createMetrics({ withProcess = true }: { readonly withProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (withProcess) collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'groundswell_requests_total',
    help: 'Answers, by operation and status.',
    labelNames: LABELS,
    registers,
  });
  const durations = new Histogram({
    name: 'groundswell_request_duration_seconds',
    help: 'How long answers took.',
    labelNames: LABELS,
    buckets: BUCKETS,
    registers,
  });
  return {
    answered: (operation, status, seconds) => {
      const labels = { operation, status: String(status) };
      requests.inc(labels);
      if (seconds !== undefined) durations.observe(labels, seconds);
    },
    watch: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await read());
        },
      });
    },
    print: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
