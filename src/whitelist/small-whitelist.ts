import { crc32 } from 'node:zlib';
import type { CompanyRecord } from '../contracts/company.ts';
import { wordsOfAddresses } from './address-words.ts';
import { companyIdWords } from './company-id-words.ts';
import { flattenRanges4, flattenRanges6 } from './flatten-ranges.ts';
import { FORMAT, type Manifest, type ManifestSource } from './manifest.ts';
import { writeObjectFile } from './object-file.ts';
import { precedenceOf } from './precedence.ts';
import { writeRangeFile } from './range-file.ts';
import { indexSegments4 } from './range-index-4.ts';
import { indexSegments6 } from './range-index-6.ts';
import { encodeRecord } from './record-codec.ts';
import { LINE_UNIT, recordLine } from './record-line.ts';
import { writeRecordTables } from './record-tables.ts';
import { createVersion } from './whitelist-versions.ts';

/** For tests: a whitelist of one source with a few records and the ranges that lead to them. */
export type SmallWhitelist = {
  readonly source: ManifestSource;
  /** Format of its layer. */
  readonly format?: string;
  readonly records: readonly CompanyRecord[];
  /** Bounds inclusive; `record` is a position in `records`. */
  readonly ranges4?: readonly { readonly first: number; readonly last: number; readonly record: number }[];
  readonly ranges6?: readonly { readonly first: bigint; readonly last: bigint; readonly record: number }[];
  readonly builtAt: Date;
};

/** Writes it as a version and puts it in force. */
export function writeSmallWhitelist(folder: string, small: SmallWhitelist): Manifest {
  const { source, records, ranges4 = [], ranges6 = [] } = small;
  const version = createVersion(folder);
  const lines = records.map((record) => recordLine(encodeRecord(record, [source])));
  const starts = new Uint32Array(lines.length + 1);
  for (const [position, line] of lines.entries()) {
    version.files.records.write(line);
    starts[position + 1] = (starts[position] ?? 0) + line.length / LINE_UNIT;
  }
  const byId = records
    .map(({ company }, record) => ({ words: companyIdWords(company.id) ?? ([0, 0] as const), record }))
    .sort(({ words: one }, { words: other }) => one[0] - other[0] || one[1] - other[1]);
  writeRecordTables(version.files.tables, {
    starts,
    checksums: Uint32Array.from(lines, (line) => crc32(line)),
    companyIds: Uint32Array.from(byId.flatMap(({ words }) => words)),
    companyRecords: Uint32Array.from(byId, ({ record }) => record),
  });
  const columnsOf = (
    ranges: readonly { readonly record: number }[],
  ): { values: Uint32Array; precedences: Uint32Array; layers: Uint16Array } => ({
    values: Uint32Array.from(ranges, ({ record }) => record + 1),
    precedences: Uint32Array.from(ranges, ({ record }) => precedenceOf(records[record]?.kind === 'opaque', 0, 0)),
    layers: new Uint16Array(ranges.length),
  });
  const four = {
    firsts: Uint32Array.from(ranges4, ({ first }) => first),
    lasts: Uint32Array.from(ranges4, ({ last }) => last),
    ...columnsOf(ranges4),
  };
  const six = {
    firsts: wordsOfAddresses(ranges6.map(({ first }) => first)),
    lasts: wordsOfAddresses(ranges6.map(({ last }) => last)),
    ...columnsOf(ranges6),
  };
  const [segments4, segments6] = [flattenRanges4(four), flattenRanges6(six)];
  writeRangeFile(version.files.ranges, { four: indexSegments4(segments4), six: indexSegments6(segments6) });
  writeObjectFile(version.files.objects, four, six);
  return version.finish(
    {
      format: FORMAT,
      location: 'full',
      sources: [source],
      layers: [
        {
          id: source.id,
          format: small.format ?? 'own',
          sourceId: source.id,
          importedAt: small.builtAt.toISOString(),
          termsAccepted: null,
          ranges4: ranges4.length,
          ranges6: ranges6.length,
          records: records.length,
        },
      ],
      counts: {
        ranges4: ranges4.length,
        ranges6: ranges6.length,
        segments4: segments4.values.length,
        segments6: segments6.values.length,
        records: records.length,
        recordsByKind: {},
        rangesByKind: {},
        shownOrganisations: records.length,
        shownAddresses4: 0,
      },
      leftOut: { records: {}, rows: {} },
    },
    small.builtAt,
  );
}
