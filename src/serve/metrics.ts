import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { LineOutcome } from '../collect/take-line.ts';
import type { InstallationOutcome, SiteOutcome } from '../contracts/reasons.ts';

/** Numbers for Prometheus. No label ever carries an address, a company, a site or a page. */
export type Metrics = {
  readonly contentType: string;
  countHit(outcome: SiteOutcome | InstallationOutcome): void;
  /** A line of a connector, by what became of it. */
  countLine(outcome: LineOutcome | 'dropped'): void;
  setWhitelist(records: number, builtAt: string): void;
  text(): Promise<string>;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'doorplate_' });
  // Counted in a plain map and handed over when somebody asks: a hit must not wait for labels to be looked up.
  const counted = new Map<string, number>();
  const hits = new Counter({
    name: 'doorplate_hits_total',
    help: 'Hits by what became of them',
    labelNames: ['outcome'] as const,
    registers: [],
    collect() {
      this.reset();
      for (const [outcome, count] of counted) this.inc({ outcome }, count);
    },
  });
  registry.registerMetric(hits);
  const countedLines = new Map<string, number>();
  const lines = new Counter({
    name: 'doorplate_connector_lines_total',
    help: 'Lines of web servers by what became of them',
    labelNames: ['outcome'] as const,
    registers: [],
    collect() {
      this.reset();
      for (const [outcome, count] of countedLines) this.inc({ outcome }, count);
    },
  });
  registry.registerMetric(lines);
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
    countHit: (outcome) => counted.set(outcome, (counted.get(outcome) ?? 0) + 1),
    countLine: (outcome) => void countedLines.set(outcome, (countedLines.get(outcome) ?? 0) + 1),
    setWhitelist(count, builtAt) {
      records.set(count);
      built.set(Date.parse(builtAt) / 1000);
    },
    text: () => registry.metrics(),
  };
}
