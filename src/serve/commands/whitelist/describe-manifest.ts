import type { Manifest } from '../../../whitelist/manifest.ts';
import { table } from '../../terminal.ts';

/** A version for a person's eyes: what it is made of, under which terms, how much it holds, what it leaves out. */
export function describeManifest(manifest: Manifest): string {
  const { counts, leftOut, layers, sources } = manifest;
  return [
    `Whitelist ${manifest.version}, built ${manifest.builtAt}, location: ${manifest.location}`,
    '',
    'Layers:',
    table(
      layers.map(({ id, format, importedAt, ranges4, ranges6, records, termsAccepted }) => [
        `  ${id}`,
        format,
        `imported ${importedAt.slice(0, 10)}`,
        ranges4 + ranges6,
        'ranges',
        records,
        'records',
        termsAccepted === null ? '' : `terms acknowledged by the ${termsAccepted.by} on ${termsAccepted.on}`,
      ]),
    ),
    '',
    'Sources:',
    table(
      sources.map(({ title, version, date, licence, rows }) => [
        `  ${[title, version].filter(Boolean).join(' ')}`,
        date,
        licence,
        rows,
        'rows',
      ]),
    ),
    '',
    table([
      ['organisations shown', counts.shownOrganisations],
      ['IPv4 addresses of theirs', counts.shownAddresses4],
      ['records', counts.records],
      ['IPv4 ranges', counts.ranges4],
      ['IPv6 ranges', counts.ranges6],
    ]),
    '',
    ...describeCompanies(manifest.companies),
    'Ranges by kind:',
    table(countRows(counts.rangesByKind)),
    'Withheld records by reason:',
    table(countRows(leftOut.records)),
    'Rows not used:',
    table(countRows(leftOut.rows)),
  ].join('\n');
}

/** What the company lists gave; nothing where there is none. */
function describeCompanies(companies: Manifest['companies']): string[] {
  if (!companies) return [];
  const { lists, names, matchedNames, matchedRecords, misses } = companies;
  return [
    'Company lists:',
    table(lists.map(({ id, rows, names: found }) => [`  ${id}`, rows, 'companies', found, 'names of holders found'])),
    table([
      ['names of holders', names],
      ['of them in a list', matchedNames],
      ['records with master data', matchedRecords],
    ]),
    'Names without a company, by reason:',
    table(countRows(misses)),
    '',
  ];
}

function countRows(counts: Readonly<Record<string, number | undefined>>): (readonly [string, number])[] {
  return Object.entries(counts).map(([name, count]) => [`  ${name}`, count ?? 0] as const);
}
