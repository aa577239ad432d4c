import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { InstallationOutcome, SiteOutcome } from '../contracts/reasons.ts';

/** Numbers for Prometheus. No label ever carries an address, a company, a site or a page. */
export type Metrics = {
  readonly contentType: string;
  countHit(outcome: SiteOutcome | InstallationOutcome): void;
  setWhitelist(records: number, builtAt: string): void;
  text(): Promise<string>;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'doorplate_' });
  const hits = new Counter({
    name: 'doorplate_hits_total',
    help: 'Hits by what became of them',
    labelNames: ['outcome'] as const,
    registers: [registry],
  });
  // Looking a label up costs more than counting: each is looked up once.
  const byOutcome = new Map<string, Counter.Internal>();
  const records = new Gauge({
    name: 'doorplate_whitelist_records',
    help: 'Records of the whitelist in force',
    registers: [registry],
  });
  const built = new Gauge({
    name: 'doorplate_whitelist_built_timestamp_seconds',
    help: 'When the whitelist in force was built',
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    countHit(outcome) {
      let counter = byOutcome.get(outcome);
      if (counter === undefined) {
        counter = hits.labels({ outcome });
        byOutcome.set(outcome, counter);
      }
      counter.inc();
    },
    setWhitelist(count, builtAt) {
      records.set(count);
      built.set(Date.parse(builtAt) / 1000);
    },
    text: () => registry.metrics(),
  };
}
