import type { CorrectionFault } from '../company/correction-faults.ts';
import type { CorrectionFile } from '../contracts/corrections.ts';
import type { Workspace } from '../store/sqlite/workspace.ts';
import { currentId, type JudgedWhitelist } from '../whitelist/judged-whitelist.ts';
import { checkCorrection } from './correction-desk.ts';

type Refusal = CorrectionFault | 'ORGANISATION_UNKNOWN';

/** What became of the corrections of a file: each stands in one of these. */
export type ImportedCorrections = {
  readonly added: number;
  /** In force already. */
  readonly known: number;
  /** By the code of docs/errors.md. */
  readonly refused: readonly { readonly code: Refusal; readonly count: number }[];
};

/**
 * Takes the corrections of a file for the whole installation, with the same checks as one that an operator makes by
 * hand; all of them or, when something breaks, none. Reading a file again changes nothing.
 * @param judgeNow the whitelist by the rules of any site and the operator's corrections as they stand at the call
 */
export function importCorrections(
  file: CorrectionFile,
  workspace: Pick<Workspace, 'installation' | 'correctionsInForce'>,
  judgeNow: () => JudgedWhitelist,
): ImportedCorrections {
  const { installation } = workspace;
  return installation.allOrNothing(() => {
    let judged = judgeNow();
    const inForce = workspace.correctionsInForce().filter(({ customerId }) => customerId === null);
    const keyOf = (companyId: string, change: object): string =>
      `${currentId(judged.whitelist, companyId)} ${JSON.stringify(change)}`;
    const known = new Set(inForce.map(({ companyId, change }) => keyOf(companyId, change)));
    const refused = new Map<Refusal, number>();
    let added = 0;
    let isJudgedBefore = false;
    for (const { company, change, reason } of file.corrections) {
      const key = keyOf(company.id, change);
      if (known.has(key)) continue;
      if (change.action === 'release' && isJudgedBefore) {
        // An earlier line may be why the company is withheld.
        judged = judgeNow();
        isJudgedBefore = false;
      }
      const checked = checkCorrection({ judged, inForce, isOperator: true }, { companyId: company.id, change });
      if (!checked.ok) {
        refused.set(checked.fault, (refused.get(checked.fault) ?? 0) + 1);
        continue;
      }
      inForce.push(installation.addCorrection({ company: checked.value, change, reason, author: null }));
      known.add(key);
      added += 1;
      isJudgedBefore = true;
    }
    const refusals = [...refused.values()].reduce((sum, count) => sum + count, 0);
    return {
      added,
      known: file.corrections.length - added - refusals,
      refused: Array.from(refused, ([code, count]) => ({ code, count })),
    };
  });
}
