export type Dimension = 'outcome' | 'path' | 'referrer' | 'campaign';

/** A row of anonymous_count. */
export type CountedValue = {
  readonly customerId: number;
  readonly siteId: number;
  /** Hours since 1970, UTC. */
  readonly hour: number;
  readonly dimension: Dimension;
  readonly value: string;
  hits: number;
};

/** Adds up what a batch of the log says about the counters, so that each is raised once. */
export type Counts = {
  add(customerId: number, siteId: number, hour: number, dimension: Dimension, value: string, hits: number): void;
  /** By site, hour, dimension and value: never in the order of the hits. */
  inOrder(): readonly CountedValue[];
};

export function createCounts(): Counts {
  /** By site, hour and dimension; then by value. */
  const groups = new Map<string, Map<string, CountedValue>>();
  return {
    add(customerId, siteId, hour, dimension, value, hits) {
      const key = `${siteId} ${hour} ${dimension}`;
      let values = groups.get(key);
      if (values === undefined) {
        values = new Map();
        groups.set(key, values);
      }
      const counted = values.get(value);
      if (counted === undefined) values.set(value, { customerId, siteId, hour, dimension, value, hits });
      else counted.hits += hits;
    },
    inOrder() {
      return [...groups.values()].flatMap((values) => Array.from(values.values())).sort(byValue);
    },
  };
}

function byValue(a: CountedValue, b: CountedValue): number {
  return a.siteId - b.siteId || a.hour - b.hour || compare(a.dimension, b.dimension) || compare(a.value, b.value);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
