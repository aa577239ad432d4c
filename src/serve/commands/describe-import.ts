import type { LogImport } from '../../collect/import-log.ts';
import { table } from '../terminal.ts';

/** The table of outcomes that an import ends with; `whitelistBuiltAt` shows the gap between the log and the whitelist. */
export function describeImport(outcome: LogImport, whitelistBuiltAt: string): string {
  const { companies, firstAt, lastAt } = outcome;
  return [
    table([
      ['lines', outcome.lines],
      ['page views', outcome.pageViews],
    ]),
    ...section('Page views by outcome', outcome.outcomes),
    ...section('Objected (counted for the installation alone)', outcome.objected),
    ...section('Refused', outcome.refused),
    ...section('Ignored', outcome.ignored),
    '',
    companies.length === 0
      ? 'No company of the whitelist was found.'
      : `Companies:\n${table(
          companies.map(({ company, pageViews }) => [
            `  ${company.name}`,
            [company.postcode, company.city].filter(Boolean).join(' '),
            company.country ?? '',
            pageViews,
          ]),
        )}`,
    ...(firstAt === null || lastAt === null ? [] : [gap(firstAt, lastAt, whitelistBuiltAt)]),
  ].join('\n');
}

function section(title: string, counts: Readonly<Record<string, number | undefined>>): string[] {
  const rows = Object.entries(counts).map(([reason, count]) => [`  ${reason}`, count ?? 0] as const);
  return rows.length === 0 ? [] : ['', `${title}:`, table(rows)];
}

/** Networks change hands: the older the log beside the whitelist, the less can be said about it. */
function gap(firstAt: number, lastAt: number, whitelistBuiltAt: string): string {
  const days = Math.round((Date.parse(whitelistBuiltAt) - lastAt) / 86_400_000);
  return `\nThe log runs from ${day(firstAt)} to ${day(lastAt)}; the whitelist's data are of ${whitelistBuiltAt.slice(0, 10)}, ${Math.abs(days)} days ${days < 0 ? 'before' : 'after'} its end.`;
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
