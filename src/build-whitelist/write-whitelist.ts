import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { bitsOfCompanyId } from '../company/company-id.ts';
import { DEFAULT_RELEASE_RULES, releaseReason } from '../company/release-rules.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import { wordsOfAddresses } from '../whitelist/address-words.ts';
import { flattenRanges4, flattenRanges6 } from '../whitelist/flatten-ranges.ts';
import { FORMAT, type Manifest, type ManifestSource } from '../whitelist/manifest.ts';
import { encodeRangeFile } from '../whitelist/range-file.ts';
import { indexSegments4 } from '../whitelist/range-index-4.ts';
import { indexSegments6 } from '../whitelist/range-index-6.ts';
import { encodeRecord } from '../whitelist/record-codec.ts';
import { writeVersion } from '../whitelist/whitelist-versions.ts';

/** Ranges as columns; `networks4[i]` is the position of the record that range `i` leads to. */
export type RangeColumns = {
  readonly firsts4: Uint32Array;
  readonly lasts4: Uint32Array;
  readonly networks4: Uint32Array;
  readonly firsts6: readonly bigint[];
  readonly lasts6: readonly bigint[];
  readonly networks6: Uint32Array;
};

export type WhitelistContents = {
  readonly folder: string;
  readonly location: 'full' | 'country';
  readonly now: Date;
  readonly sources: readonly ManifestSource[];
  readonly records: readonly CompanyRecord[];
  readonly table: RangeColumns;
  /** Rows of the sources that were not used, by why. */
  readonly rows: Readonly<Record<string, number>>;
  readonly onProgress: (done: number, total: number) => void;
};

const STEPS = 4;

/** Cuts the ranges into segments, writes the version's files and answers its manifest. */
export function writeWhitelist(contents: WhitelistContents): Manifest {
  const { records, table, sources, onProgress } = contents;
  onProgress(0, STEPS);
  const segments4 = flattenRanges4({
    firsts: table.firsts4,
    lasts: table.lasts4,
    values: table.networks4.map((record) => record + 1),
  });
  onProgress(1, STEPS);
  const segments6 = flattenRanges6({
    firsts: wordsOfAddresses(table.firsts6),
    lasts: wordsOfAddresses(table.lasts6),
    values: table.networks6.map((record) => record + 1),
  });
  onProgress(2, STEPS);

  const lines = records.map((record) => Buffer.from(encodeRecord(record, sources)));
  const recordOffsets = new Uint32Array(records.length + 1);
  for (const [position, line] of lines.entries()) {
    recordOffsets[position + 1] = (recordOffsets[position] ?? 0) + line.length;
  }
  const recordsFile = Buffer.concat(lines);
  const rangesFile = encodeRangeFile({
    four: indexSegments4(segments4),
    six: indexSegments6(segments6),
    recordOffsets,
    recordChecksums: Uint32Array.from(lines, (line) => crc32(line)),
    ...indexCompanies(records),
  });
  onProgress(3, STEPS);

  const unsigned = {
    format: FORMAT,
    location: contents.location,
    sources: [...sources],
    counts: {
      ranges4: table.firsts4.length,
      ranges6: table.firsts6.length,
      segments4: segments4.starts.length,
      segments6: segments6.starts.length,
      records: records.length,
      ...countRecords(contents),
    },
    leftOut: { records: countWithheld(contents), rows: { ...contents.rows } },
    files: { ranges: seal(rangesFile), records: seal(recordsFile) },
  };
  const version = createHash('sha256').update(JSON.stringify(unsigned)).digest('hex').slice(0, 16);
  const manifest = { ...unsigned, version, builtAt: contents.now.toISOString() };
  writeVersion(contents.folder, manifest, rangesFile, recordsFile);
  onProgress(STEPS, STEPS);
  return manifest;
}

function seal(bytes: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function rulesOf(contents: WhitelistContents): typeof DEFAULT_RELEASE_RULES {
  return { ...DEFAULT_RELEASE_RULES, location: contents.location };
}

function countRecords(
  contents: WhitelistContents,
): Pick<Manifest['counts'], 'recordsByKind' | 'shownOrganisations' | 'shownAddresses4'> {
  const recordsByKind: Manifest['counts']['recordsByKind'] = {};
  const shown = new Set<string>();
  const isShown = contents.records.map((record) => {
    recordsByKind[record.kind] = (recordsByKind[record.kind] ?? 0) + 1;
    const released = releaseReason(record, rulesOf(contents)) === null;
    if (released) shown.add(record.company.id);
    return released;
  });
  const { firsts4, lasts4, networks4 } = contents.table;
  let shownAddresses4 = 0;
  for (const [range, record] of networks4.entries()) {
    if (isShown[record]) shownAddresses4 += (lasts4[range] ?? 0) - (firsts4[range] ?? 0) + 1;
  }
  return { recordsByKind, shownOrganisations: shown.size, shownAddresses4 };
}

function countWithheld(contents: WhitelistContents): Manifest['leftOut']['records'] {
  const counts: Manifest['leftOut']['records'] = {};
  for (const record of contents.records) {
    const reason = releaseReason(record, rulesOf(contents));
    if (reason) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

/** Company ids in order, each with its first record. */
function indexCompanies(records: readonly CompanyRecord[]): { companyIds: Uint32Array; companyRecords: Uint32Array } {
  const first = new Map<string, number>();
  for (const [position, { company }] of records.entries()) {
    if (!first.has(company.id)) first.set(company.id, position);
  }
  const ids = [...first]
    .map(([id, record]) => ({ bits: bitsOfCompanyId(id) ?? 0n, record }))
    .sort((one, other) => (one.bits < other.bits ? -1 : 1));
  const companyIds = Uint32Array.from(ids.flatMap(({ bits }) => [Number(bits >> 32n), Number(bits & 0xffff_ffffn)]));
  const companyRecords = Uint32Array.from(ids, ({ record }) => record);
  return { companyIds, companyRecords };
}
