/**
 * Holds what a whitelist says about invented networks against the truth. The answers are read as a visitor's address
 * would be: the whitelist in force, the record at the range's first address, the company that was joined to it.
 */
import type { Whitelist } from '../src/whitelist/open-whitelist.ts';
import { readTruths, type Truth } from './companies-files.ts';

export type Tally = {
  /** Networks. */
  networks: number;
  /** Of them those whose company stands in the list and can be told. */
  known: number;
  /** Joined to the true company. */
  right: number;
  /** Joined to another one, or where there is none. */
  wrong: number;
};

export type Sample = Truth & { readonly joined: string; readonly outcome: 'wrong' | 'missed' };

export type Judgement = {
  readonly all: Tally;
  readonly byDisturbance: ReadonlyMap<string, Tally>;
  readonly byPlace: ReadonlyMap<string, Tally>;
  readonly byCountry: ReadonlyMap<string, Tally>;
  /** The first ones of each disturbance and outcome. */
  readonly samples: readonly Sample[];
};

export const precisionOf = ({ right, wrong }: Tally): number => (right + wrong === 0 ? 1 : right / (right + wrong));
export const recallOf = ({ right, known }: Tally): number => (known === 0 ? 1 : right / known);

export function judge(
  truthFile: string,
  whitelist: Pick<Whitelist, 'find4' | 'record'>,
  samplesOfAKind: number,
): Judgement {
  const all = emptyTally();
  const byDisturbance = new Map<string, Tally>();
  const byPlace = new Map<string, Tally>();
  const byCountry = new Map<string, Tally>();
  const samples: Sample[] = [];
  const sampled = new Map<string, number>();
  for (const truth of readTruths(truthFile)) {
    const joined = joinedAt(truth.cidr, whitelist);
    const isRight = joined !== null && joined.number === truth.registerNumber;
    const isWrong = joined !== null && !isRight;
    const tallies = [
      all,
      tallyOf(byDisturbance, truth.disturbance),
      tallyOf(byPlace, truth.place),
      tallyOf(byCountry, truth.where.slice(0, 2)),
    ];
    for (const tally of tallies) {
      tally.networks += 1;
      if (truth.registerNumber !== null) tally.known += 1;
      if (isRight) tally.right += 1;
      if (isWrong) tally.wrong += 1;
    }
    const outcome = isWrong ? 'wrong' : truth.registerNumber !== null && !isRight ? 'missed' : null;
    if (outcome === null) continue;
    const kind = `${outcome} ${truth.disturbance}`;
    const count = sampled.get(kind) ?? 0;
    sampled.set(kind, count + 1);
    if (count < samplesOfAKind) samples.push({ ...truth, outcome, joined: joined?.words ?? '' });
  }
  return { all, byDisturbance, byPlace, byCountry, samples };
}

function joinedAt(
  cidr: string,
  whitelist: Pick<Whitelist, 'find4' | 'record'>,
): { readonly number: string | null; readonly words: string } | null {
  const index = whitelist.find4(firstAddress(cidr));
  if (index < 0) return null;
  const { match, company } = whitelist.record(index);
  if (match === null) return null;
  const { name, postcode, city } = company;
  const words = `${name}, ${postcode ?? ''} ${city ?? ''} (${match.score.toFixed(2)} ${match.reasons.join(' ')})`;
  return { number: company.register?.number ?? null, words };
}

function firstAddress(cidr: string): number {
  const [one = 0, two = 0, three = 0, four = 0] = cidr.split(/[./]/).map(Number);
  return ((one * 256 + two) * 256 + three) * 256 + four;
}

function emptyTally(): Tally {
  return { networks: 0, known: 0, right: 0, wrong: 0 };
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  const tally = tallies.get(name) ?? emptyTally();
  tallies.set(name, tally);
  return tally;
}
