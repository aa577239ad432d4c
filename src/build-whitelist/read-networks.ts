import type { ReadProgress } from './read-lines.ts';
import { readRanges4, readRanges6, type RowCount } from './read-ranges.ts';

/** Where the four range tables lie (sources.ts). */
export type NetworkFiles = {
  readonly holders4: string;
  readonly holders6: string;
  readonly countries4: string;
  readonly countries6: string;
};

/** An autonomous system as the tables show it. */
export type Network = {
  readonly asn: number;
  readonly holder: string;
  /** IPv4 stretches, addresses in them. */
  ranges4: number;
  addresses4: number;
  ranges6: number;
  /** In units of /48. */
  sites6: number;
  /** IPv4 addresses, or /48s where it has none, by the country their range is registered in. */
  readonly countries: Map<string, number>;
  readonly countries6: Map<string, number>;
};

export type NetworkTable = {
  readonly networks: readonly Network[];
  /** Columns of the ranges; `networks4[i]` is the position of the range's network. */
  readonly firsts4: Uint32Array;
  readonly lasts4: Uint32Array;
  readonly networks4: Uint32Array;
  readonly firsts6: readonly bigint[];
  readonly lasts6: readonly bigint[];
  readonly networks6: Uint32Array;
  readonly rows: { readonly holders: RowCount; readonly countries: RowCount };
};

const SITE_6 = 80n;

/** Reads who holds which range, and joins the country of registration, which is sorted in the same order. */
export async function readNetworks(files: NetworkFiles, onProgress: ReadProgress): Promise<NetworkTable> {
  const countries4 = await readCountries4(files.countries4, (done, total) => onProgress(done, total * 6));
  const countries6 = await readCountries6(files.countries6, (done, total) => onProgress(total + done, total * 6));

  const networks: Network[] = [];
  const positions = new Map<string, number>();
  const networkOf = (fields: readonly string[]): number => {
    const [asnText = '', holder = ''] = fields;
    const key = `${asnText},${holder}`;
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, networks.length);
    networks.push({
      asn: Number(asnText),
      holder,
      ranges4: 0,
      addresses4: 0,
      ranges6: 0,
      sites6: 0,
      countries: new Map(),
      countries6: new Map(),
    });
    return networks.length - 1;
  };

  const firsts4: number[] = [];
  const lasts4: number[] = [];
  const networks4: number[] = [];
  const country4 = seekCountry(countries4);
  const rows4 = await readRanges4(
    files.holders4,
    ({ first, last, fields }) => {
      const position = networkOf(fields);
      const network = networks[position];
      if (!network) return;
      firsts4.push(first);
      lasts4.push(last);
      networks4.push(position);
      const size = last - first + 1;
      network.ranges4 += 1;
      network.addresses4 += size;
      add(network.countries, country4(first), size);
    },
    (done, total) => onProgress(total * 2 + done * 2, total * 6),
  );

  const firsts6: bigint[] = [];
  const lasts6: bigint[] = [];
  const networks6: number[] = [];
  const country6 = seekCountry(countries6);
  const rows6 = await readRanges6(
    files.holders6,
    ({ first, last, fields }) => {
      const position = networkOf(fields);
      const network = networks[position];
      if (!network) return;
      firsts6.push(first);
      lasts6.push(last);
      networks6.push(position);
      const size = Math.max(1, Number((last - first + 1n) >> SITE_6));
      network.ranges6 += 1;
      network.sites6 += size;
      add(network.countries6, country6(first), size);
    },
    (done, total) => onProgress(total * 4 + done * 2, total * 6),
  );

  return {
    networks,
    firsts4: Uint32Array.from(firsts4),
    lasts4: Uint32Array.from(lasts4),
    networks4: Uint32Array.from(networks4),
    firsts6,
    lasts6,
    networks6: Uint32Array.from(networks6),
    rows: {
      holders: { kept: rows4.kept + rows6.kept, wrong: rows4.wrong + rows6.wrong },
      countries: {
        kept: countries4.rows.kept + countries6.rows.kept,
        wrong: countries4.rows.wrong + countries6.rows.wrong,
      },
    },
  };
}

type Countries<Address> = {
  readonly firsts: Address[];
  readonly lasts: Address[];
  readonly countries: string[];
  readonly rows: RowCount;
};

async function readCountries4(path: string, onProgress: ReadProgress): Promise<Countries<number>> {
  const found = { firsts: [] as number[], lasts: [] as number[], countries: [] as string[] };
  const rows = await readRanges4(
    path,
    ({ first, last, fields }) => {
      found.firsts.push(first);
      found.lasts.push(last);
      found.countries.push(fields[0] ?? '');
    },
    onProgress,
  );
  return { ...found, rows };
}

async function readCountries6(path: string, onProgress: ReadProgress): Promise<Countries<bigint>> {
  const found = { firsts: [] as bigint[], lasts: [] as bigint[], countries: [] as string[] };
  const rows = await readRanges6(
    path,
    ({ first, last, fields }) => {
      found.firsts.push(first);
      found.lasts.push(last);
      found.countries.push(fields[0] ?? '');
    },
    onProgress,
  );
  return { ...found, rows };
}

/** Finds the country of an address by bisection; null where the table is silent. */
function seekCountry<Address extends number | bigint>(table: Countries<Address>): (address: Address) => string | null {
  return (address) => {
    let low = 0;
    let high = table.firsts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const first = table.firsts[middle];
      if (first !== undefined && first <= address) low = middle + 1;
      else high = middle;
    }
    const last = table.lasts[low - 1];
    return last !== undefined && address <= last ? (table.countries[low - 1] ?? null) : null;
  };
}

function add(counts: Map<string, number>, country: string | null, size: number): void {
  if (country !== null && /^[A-Z]{2}$/.test(country)) counts.set(country, (counts.get(country) ?? 0) + size);
}
