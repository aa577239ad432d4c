import type { ImportCounts } from '../layers/layer-manifest.ts';

/** Where something was wrong; never what stands there. */
export type WrongSample = {
  /** Position of the file among those imported, from 0. */
  readonly file: number;
  /** From 1; in files without lines (MMDB, JSON) the number of the entry. */
  readonly line: number;
  readonly code: string;
};

/** Every object once: read = kept + the sum of ignored + the sum of wrong. */
export type TallyCounts = {
  readonly read: number;
  readonly kept: number;
  /** Of the kept: networks (ranges, classes of autonomous systems) and organisations. */
  readonly networks: number;
  readonly organisations: number;
  readonly ignored: Readonly<Record<string, number>>;
  readonly wrong: Readonly<Record<string, number>>;
  readonly samples: readonly WrongSample[];
};

export type Tally = {
  readonly keepNetwork: () => void;
  readonly keepOrganisation: () => void;
  readonly ignore: (reason: string) => void;
  readonly wrong: (file: number, line: number, code: string) => void;
  readonly read: () => number;
  readonly counts: () => TallyCounts;
};

const MOST_SAMPLES = 20;

export function createTally(): Tally {
  let networks = 0;
  let organisations = 0;
  let others = 0;
  const ignored = new Map<string, number>();
  const wrong = new Map<string, number>();
  const samples: WrongSample[] = [];
  const countIn = (counts: Map<string, number>, key: string): void => {
    others += 1;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  return {
    keepNetwork() {
      networks += 1;
    },
    keepOrganisation() {
      organisations += 1;
    },
    ignore: (reason) => countIn(ignored, reason),
    wrong(file, line, code) {
      countIn(wrong, code);
      if (samples.length < MOST_SAMPLES) samples.push({ file, line, code });
    },
    read: () => networks + organisations + others,
    counts: () => ({
      read: networks + organisations + others,
      kept: networks + organisations,
      networks,
      organisations,
      ignored: Object.fromEntries(ignored),
      wrong: Object.fromEntries(wrong),
      samples,
    }),
  };
}

/** The same in the form of a layer's manifest. */
export function layerCounts({ read, kept, ignored, wrong }: TallyCounts): ImportCounts {
  return { read, kept, ignored: { ...ignored }, wrong: Object.values(wrong).reduce((sum, count) => sum + count, 0) };
}
