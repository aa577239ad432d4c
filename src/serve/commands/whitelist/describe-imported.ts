import type { ImportReport } from '../../../build-whitelist/import/import-files.ts';
import type { TallyCounts } from '../../../build-whitelist/import/import-tally.ts';
import type { Manifest } from '../../../whitelist/manifest.ts';
import { table } from '../../terminal.ts';

/** What became of every object of an import, and what the layer holds. */
export function describeImported(report: ImportReport, files: readonly string[]): string {
  const { layer, organisationsMissing } = report;
  return [
    describeCounts(report, files),
    '',
    `Layer ${layer.id}:`,
    table([
      ['  IPv4 ranges', layer.contents.ranges4],
      ['  IPv6 ranges', layer.contents.ranges6],
      ['  records', layer.contents.records],
      ...Object.entries(layer.contents.recordsByKind).map(([kind, count]) => [`  records: ${kind}`, count] as const),
      ['  addresses that many share', layer.contents.sharedAddresses],
      ['  names of access pools', layer.contents.pools],
      ['  organisations that no file holds', organisationsMissing],
    ]),
  ].join('\n');
}

/** Read = kept + ignored + wrong; of the wrong ones file, line and code, never what stands there. */
export function describeCounts(counts: TallyCounts, files: readonly string[]): string {
  const wrong = Object.entries(counts.wrong);
  return [
    table([
      ['objects read', counts.read],
      ['kept', counts.kept],
      ['  networks', counts.networks],
      ['  organisations', counts.organisations],
      ['ignored', sum(Object.values(counts.ignored))],
      ...Object.entries(counts.ignored).map(([reason, count]) => [`  ${reason}`, count] as const),
      ['wrong', sum(wrong.map(([, count]) => count))],
      ...wrong.map(([code, count]) => [`  ${code}`, count] as const),
    ]),
    ...counts.samples.map(
      ({ file, line, code }) => `  ${files.length > 1 ? `file ${file + 1}, ` : ''}line ${line}: ${code}`,
    ),
  ].join('\n');
}

/** How much the whitelist in force holds, before and after. */
export function describeChange(before: Manifest | null, after: Manifest): string {
  const rows = (
    [
      ['organisations shown', ({ shownOrganisations }) => shownOrganisations],
      ['IPv4 addresses of theirs', ({ shownAddresses4 }) => shownAddresses4],
      ['records', ({ records }) => records],
      ['IPv4 ranges', ({ ranges4 }) => ranges4],
      ['IPv6 ranges', ({ ranges6 }) => ranges6],
    ] satisfies (readonly [string, (counts: Manifest['counts']) => number])[]
  ).map(([what, of]) => {
    const [one, other] = [before === null ? 0 : of(before.counts), of(after.counts)];
    return [what, one, '→', other, `${other < one ? '' : '+'}${other - one}`] as const;
  });
  return [`Whitelist ${before?.version ?? 'none'} → ${after.version}`, table(rows)].join('\n');
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
