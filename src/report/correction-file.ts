import type { CorrectionFile } from '../contracts/corrections.ts';
import type { StoredCorrection } from '../store/sqlite/correction-table.ts';

/** Corrections as a file, the oldest first; what was undone is left out, and who made them. `now` in ms since 1970. */
export function correctionFile(corrections: readonly StoredCorrection[], now: number): CorrectionFile {
  return {
    format: 'doorplate-corrections',
    version: 1,
    exported_at: new Date(now).toISOString(),
    corrections: corrections
      .filter(({ undoneAt }) => undoneAt === null)
      .sort((one, other) => one.id - other.id)
      .map(({ company, change, reason, at }) => ({ company: { ...company }, change, reason, date: at })),
  };
}
