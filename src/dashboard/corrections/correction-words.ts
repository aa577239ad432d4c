import type { CorrectionChange } from '../../contracts/corrections.ts';
import type { Words } from '../words/words-context.ts';

/** What a correction says, as one sentence. */
export function correctionSentence(change: CorrectionChange, { t, formats }: Pick<Words, 't' | 'formats'>): string {
  switch (change.action) {
    case 'rename':
      return t('corrections.what.rename', { name: change.name });
    case 'move': {
      const { street, postcode, city, country } = change;
      const place = [street, `${postcode} ${city}`, formats.country(country)].filter(Boolean).join(', ');
      return t('corrections.what.move', { place });
    }
    case 'size': {
      const { employees, source } = change;
      return t('corrections.what.size', { count: employees, number: formats.number(employees), source });
    }
    case 'merge':
    case 'hide':
      return t(`corrections.what.${change.action}`);
    case 'mark-provider':
      return change.provider_type === null
        ? t('corrections.what.mark-provider')
        : t('corrections.providerType', { type: t(`providerTypes.${change.provider_type}`) });
  }
  const reason = t(`outcome.${change.overturns}.name`);
  return change.name === null
    ? t('corrections.what.release', { reason })
    : t('corrections.releaseAs', { name: change.name, reason });
}

/** Only who may make a correction may undo it: the operator's are the operator's. */
export function mayUndo(
  { scope, undone_at }: { readonly scope: 'installation' | 'customer'; readonly undone_at: string | null },
  isOperator: boolean,
): boolean {
  return undone_at === null && (scope === 'customer' || isOperator);
}
