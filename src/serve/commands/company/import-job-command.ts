import { Command } from 'commander';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { COMPANY_FORMATS, LIST_FIELDS } from '../../../contracts/company-source.ts';
import { codeOf } from '../../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { importCompanies } from '../../import-companies.ts';
import { print } from '../../terminal.ts';

/** What the server asks its import process for, as JSON on standard input. */
export const ImportJob = z.strictObject({
  path: z.string(),
  format: z.enum(COMPANY_FORMATS),
  name: z.string(),
  date: z.string(),
  mapping: z.record(z.string(), z.enum(LIST_FIELDS)),
});
export type ImportJob = z.infer<typeof ImportJob>;

const Counts = z.object({
  read: z.number(),
  kept: z.number(),
  ignored: z.record(z.string(), z.number()),
  wrong: z.number(),
});

/** What it says: a line of JSON each; the last one is `done` or `failed`. */
export const ImportJobLine = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['reading', 'joining']), progress: z.number() }),
  z.object({ state: z.literal('done'), counts: Counts, shown: z.object({ before: z.number(), after: z.number() }) }),
  z.object({ state: z.literal('failed'), code: z.string(), counts: Counts.nullable() }),
]);
export type ImportJobLine = z.infer<typeof ImportJobLine>;

const LEAST_MS_BETWEEN = 300;

function tell(line: ImportJobLine): void {
  print(JSON.stringify(line));
}

/** `doorplate company import-job`: the server's own import process; people use `company import`. */
export function importJobCommand(): Command {
  return withDataFlag(new Command('import-job')).action(async (flags: { readonly data?: string }) => {
    const settings = settingsOrFault({ data: flags.data });
    const job = ImportJob.parse(JSON.parse(await text(process.stdin)));
    let said = { state: '', at: 0 };
    try {
      const { mapping, ...request } = job;
      const isOwn = job.format === 'csv' || job.format === 'xlsx';
      const outcome = await importCompanies(
        settings,
        { ...request, ...(isOwn && { mapping, isWholeMapping: true }) },
        {
          joins: true,
          onStep({ state, progress }) {
            const now = Date.now();
            if (state === said.state && now - said.at < LEAST_MS_BETWEEN) return;
            said = { state, at: now };
            tell({ state, progress });
          },
        },
      );
      if (!outcome.ok) {
        tell({ state: 'failed', ...outcome.fault });
        return;
      }
      const { counts, before, after } = outcome.value;
      const shown = {
        before: before?.counts.shownOrganisations ?? 0,
        after: after?.counts.shownOrganisations ?? 0,
      };
      tell({ state: 'done', counts, shown });
    } catch (error) {
      tell({ state: 'failed', code: codeOf(error) ?? 'INTERNAL', counts: null });
      throw error;
    }
  });
}
