import type { CompanyImportCounts } from '../../../build-whitelist/companies/import-company-list.ts';
import { table } from '../../terminal.ts';

/** What became of every row; of the wrong ones line and code, never what stands there. */
export function describeCompanyCounts({ read, kept, ignored, wrong, samples }: CompanyImportCounts): string {
  const reasons = Object.entries(ignored);
  return [
    table([
      ['rows read', read],
      ['kept', kept],
      ['ignored', reasons.reduce((sum, [, count]) => sum + count, 0)],
      ...reasons.map(([reason, count]) => [`  ${reason}`, count] as const),
      ['wrong', wrong],
    ]),
    ...samples.map(({ line, code }) => `  line ${line}: ${code}`),
  ].join('\n');
}
